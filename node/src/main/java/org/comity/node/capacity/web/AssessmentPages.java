package org.comity.node.capacity.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.comity.law.assistance.MaturityModel;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.capacity.KeepingThresholds;
import org.comity.node.capacity.assessment.Assessment;
import org.comity.node.capacity.assessment.Profile;
import org.comity.node.capacity.assessment.Review;
import org.comity.node.capacity.assessment.Verdict;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.kept.Held;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The self-assessment: profiles over time, criteria with their answers, and what peers say. */
@Controller
@RequestMapping("/capacity/assessments")
class AssessmentPages {

    private final AssessingOneself assessing;
    private final KeepingThresholds thresholds;
    private final CurrentPerson current;
    private final CapacityAnswering answering;

    AssessmentPages(
            AssessingOneself assessing,
            KeepingThresholds thresholds,
            CurrentPerson current,
            CapacityAnswering answering) {
        this.assessing = assessing;
        this.thresholds = thresholds;
        this.current = current;
        this.answering = answering;
    }

    /** @param place in their order, by which the State agrees to it */
    record ReviewRow(Review review, int place) {}

    @GetMapping
    String list(Model model) {
        return list(new FormErrors(), model);
    }

    @PostMapping
    String begin(Model model, Locale locale) {
        return answering.with(
                () -> "redirect:/capacity/assessments/"
                        + assessing.begin(insider()).id(),
                errors -> list(errors, model),
                locale);
    }

    @GetMapping("/{id}")
    String assessment(@PathVariable String id, Model model) {
        return show(id, "", new FormErrors(), model);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "-1") int review,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = insider();
                    switch (act) {
                        case "answer" ->
                            assessing.answer(
                                    by,
                                    id,
                                    criterion,
                                    Verdict.of(verdict)
                                            .orElseThrow(() -> new CapacityRefused(
                                                    "verdict-" + criterion, Said.of("capacity.refused.verdict"))),
                                    evidence,
                                    source);
                        case "fill" -> assessing.fillAgain(by, id);
                        case "open" -> assessing.openToPeers(by, id);
                        case "conclude" -> assessing.conclude(by, id);
                        case "review" -> assessing.review(by, id, dimension, level, text);
                        case "agree" -> assessing.agree(by, id, review);
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    return "redirect:/capacity/assessments/" + id + (criterion.isEmpty() ? "" : "#" + criterion);
                },
                errors -> show(id, criterion, errors, model),
                locale);
    }

    @GetMapping("/{id}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id) {
        var assessment = find(insider(), id).it();
        return Downloads.csv(
                "assessment-" + assessment.on(),
                List.of(
                        "dimension",
                        "criterion",
                        "level",
                        "text",
                        "measure",
                        "verdict",
                        "evidence",
                        "source",
                        "by",
                        "at"),
                assessing.model().dimensions().stream()
                        .flatMap(it -> it.criteria().stream().map(criterion -> row(it, criterion, assessment)))
                        .toList());
    }

    private static List<String> row(
            MaturityModel.Dimension dimension, MaturityModel.Criterion criterion, Assessment assessment) {
        var answer = assessment.answer(criterion.id());
        return List.of(
                dimension.id(),
                criterion.id(),
                String.valueOf(criterion.level()),
                criterion.text(),
                criterion.measure(),
                answer.map(it -> it.verdict().token()).orElse(Verdict.UNKNOWN.token()),
                answer.map(it -> it.ofNode()
                                ? Said.of(it.key(), it.about().toArray()).inEnglish()
                                : it.evidence())
                        .orElse(""),
                answer.map(it -> it.source()).orElse(""),
                answer.map(it -> it.by()).orElse(""),
                answer.map(it -> it.at()).orElse(""));
    }

    private String list(FormErrors errors, Model model) {
        var person = insider();
        var profiles = assessing.seenBy(person);
        model.addAttribute("profiles", profiles);
        model.addAttribute("picture", LevelPicture.of(assessing.model(), profiles.reversed()));
        model.addAttribute("maturity", assessing.model());
        model.addAttribute("keeper", CapacityAccess.mayKeep(person));
        model.addAttribute("errors", errors);
        return "capacity/assessments";
    }

    private String show(String id, String criterion, FormErrors errors, Model model) {
        var person = insider();
        var assessment = find(person, id).it();
        Profile profile = assessing.profile(assessment);
        model.addAttribute("assessment", assessment);
        model.addAttribute("profile", profile);
        model.addAttribute("picture", LevelPicture.of(assessing.model(), List.of(profile)));
        model.addAttribute("maturity", assessing.model());
        model.addAttribute("told", assessment.goesOn() ? assessing.told(assessment) : Map.of());
        model.addAttribute(
                "reviews",
                IntStream.range(0, assessment.reviews().size())
                        .mapToObj(it -> new ReviewRow(assessment.reviews().get(it), it))
                        .toList());
        model.addAttribute("thresholds", thresholds.all().stream().map(Held::it).toList());
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("history", assessing.historyOf(id));
        model.addAttribute("wrong", criterion);
        model.addAttribute("errors", errors);
        model.addAttribute("keeper", CapacityAccess.mayKeep(person));
        model.addAttribute("peer", !CapacityAccess.mayKeep(person) && CapacityAccess.mayReview(person));
        return "capacity/assessment";
    }

    private Held<Assessment> find(Person person, String id) {
        return assessing.find(person, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a State says of itself is not for everybody who works here. */
    private Person insider() {
        var person = current.require();
        if (!CapacityAccess.maySee(person) && !CapacityAccess.mayReview(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }
}
