package org.comity.node.forum.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingQuestionnaires;
import org.comity.node.forum.KeepingReplies;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.AnswerKind;
import org.comity.node.forum.study.Comparability;
import org.comity.node.forum.study.Prefill;
import org.comity.node.forum.study.Progress;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.Reply;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.kept.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The study at a glance, and the versions of its questionnaire. */
@Controller
@RequestMapping("/forum/study")
class StudyPages {

    private static final int PAGE = 25;

    private final KeepingQuestionnaires questionnaires;
    private final KeepingReplies replies;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;
    private final Clock clock;

    StudyPages(
            KeepingQuestionnaires questionnaires,
            KeepingReplies replies,
            StateNames names,
            CurrentPerson current,
            Answering answering,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.replies = replies;
        this.names = names;
        this.current = current;
        this.answering = answering;
        this.clock = clock;
    }

    /** A reply as the list reads it. */
    record Row(Reply reply, String name, Progress progress, boolean late) {}

    /** As typed. */
    record Invited(
            String questionnaire,
            int year,
            String respondent,
            @Nullable LocalDate due) {

        Invited {
            // what a form leaves out
            questionnaire = Objects.requireNonNullElse(questionnaire, "");
            respondent = Objects.requireNonNullElse(respondent, "");
        }
    }

    /** As typed. */
    record Asked(
            String id,
            String theme,
            String text,
            AnswerKind kind,
            List<RespondentKind> respondents,
            String options,
            String provisions,
            String parts) {

        Asked {
            // what a form leaves out
            id = Objects.requireNonNullElse(id, "");
            theme = Objects.requireNonNullElse(theme, "");
            text = Objects.requireNonNullElse(text, "");
            kind = Objects.requireNonNullElse(kind, AnswerKind.TEXT);
            respondents = List.copyOf(Objects.requireNonNullElse(respondents, List.of()));
            options = Objects.requireNonNullElse(options, "");
            provisions = Objects.requireNonNullElse(provisions, "");
            parts = Objects.requireNonNullElse(parts, "");
        }

        static Asked of(Question it) {
            return new Asked(
                    it.id(),
                    it.theme(),
                    it.text(),
                    it.kind(),
                    it.respondents(),
                    String.join("\n", it.options()),
                    String.join(" ", it.provisions()),
                    String.join("\n", it.parts()));
        }

        /** What ties the question to the law base stays while options and parts do. */
        Question question(Optional<Question> before) {
            var options = lines(this.options);
            var parts = lines(this.parts);
            var same = before.filter(
                    it -> it.options().equals(options) && it.parts().equals(parts));
            return new Question(
                    id.strip().toUpperCase(Locale.ROOT),
                    theme,
                    text.strip(),
                    kind,
                    options,
                    respondents,
                    Arrays.stream(provisions.split("[\\s,;]+"))
                            .filter(it -> !it.isEmpty())
                            .toList(),
                    parts,
                    same.map(Question::terms).orElse(List.of()),
                    same.map(Question::prefill).orElse(Prefill.NONE));
        }

        private static List<String> lines(String text) {
            return text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        }
    }

    /** A question of a version, beside the version before it. */
    record QuestionRow(Question question, Comparability compared) {}

    @GetMapping
    String study(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        return study(page, blank(), new FormErrors(), model, locale);
    }

    private Invited blank() {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return new Invited(
                questionnaires.frozen().getFirst().id(),
                today.getYear(),
                ForumAccess.delegationOf(current.require()).map(Party::toString).orElse(""),
                today.plusMonths(3));
    }

    @PostMapping
    String invite(@ModelAttribute Invited invited, Model model, Locale locale) {
        return answering.with(
                () -> {
                    var party = Party.of(invited.respondent().strip())
                            .orElseThrow(() -> new ForumRefused(
                                    "respondent", Said.of("forum.refused.respondent", invited.respondent())));
                    if (invited.due() == null) {
                        throw new ForumRefused("due", Said.of("forum.refused.day"));
                    }
                    return "redirect:/forum/study/replies/"
                            + replies.invite(
                                            current.require(),
                                            invited.questionnaire(),
                                            invited.year(),
                                            party,
                                            invited.due())
                                    .id();
                },
                errors -> study(1, invited, errors, model, locale),
                locale);
    }

    private String study(int page, Invited invited, FormErrors errors, Model model, Locale locale) {
        var person = current.require();
        var all = replies.openTo(person);
        var pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute(
                "rows",
                all.subList((shown - 1) * PAGE, Math.min(shown * PAGE, all.size())).stream()
                        .map(it -> row(it, locale))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("questionnaires", questionnaires.all());
        model.addAttribute("drafting", questionnaires.all().getFirst().frozen().isEmpty());
        model.addAttribute(
                "frozen",
                questionnaires.frozen().stream()
                        .collect(Collectors.toMap(
                                Questionnaire::id,
                                it -> it.title() + ", " + it.version(),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        model.addAttribute("taken", replies.taken());
        model.addAttribute("invited", invited);
        model.addAttribute("errors", errors);
        model.addAttribute("takesPart", ForumAccess.takesPart(person));
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        model.addAttribute("delegate", ForumAccess.delegationOf(person).isPresent());
        return "forum/study";
    }

    private Row row(Reply reply, Locale locale) {
        var asked = replies.questionnaire(reply).questions().stream()
                .filter(it -> it.asks(RespondentKind.of(reply.respondent()).orElseThrow()))
                .toList();
        return new Row(
                reply,
                names.of(reply.respondent(), locale.getLanguage()),
                reply.progress(asked),
                reply.due().isBefore(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
    }

    @PostMapping("/questionnaires")
    String revise() {
        return "redirect:/forum/study/questionnaires/"
                + questionnaires.revise(keeper()).id();
    }

    @GetMapping("/questionnaires/{id}")
    String questionnaire(@PathVariable String id, Model model) {
        return show(id, new FormErrors(), model);
    }

    @PostMapping("/questionnaires/{id}")
    String act(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String question,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    switch (act) {
                        case "freeze" -> questionnaires.freeze(current.require(), id, version);
                        case "drop" -> questionnaires.drop(current.require(), id, version, question);
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    return "redirect:/forum/study/questionnaires/" + id;
                },
                errors -> show(id, errors, model),
                locale);
    }

    private String show(String id, FormErrors errors, Model model) {
        var held = find(id);
        var before = questionnaires.find(held.it().revises()).map(Held::it);
        model.addAttribute("it", held.it());
        model.addAttribute("version", held.version());
        model.addAttribute("sha256", held.it().sha256());
        model.addAttribute(
                "sections",
                held.it().questions().stream()
                        .map(it -> new QuestionRow(
                                it,
                                before.map(earlier -> held.it().compared(it.id(), earlier))
                                        .orElse(Comparability.SAME)))
                        .collect(Collectors.groupingBy(
                                row -> row.question().theme(), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("before", before.orElse(null));
        model.addAttribute(
                "dropped",
                before.stream()
                        .flatMap(it -> it.questions().stream())
                        .filter(it -> held.it().question(it.id()).isEmpty())
                        .toList());
        model.addAttribute("history", questionnaires.historyOf(id));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "editing",
                ForumAccess.mayKeep(current.require()) && held.it().frozen().isEmpty());
        return "forum/questionnaire";
    }

    @GetMapping("/questionnaires/{id}/questions")
    String ask(@PathVariable String id, @RequestParam(defaultValue = "") String question, Model model) {
        keeper();
        var held = find(id);
        var asked = held.it().question(question).map(Asked::of);
        return form(
                held,
                asked.orElse(new Asked(question, "", "", AnswerKind.TEXT, List.of(RespondentKind.STATE), "", "", "")),
                new FormErrors(),
                model);
    }

    @PostMapping("/questionnaires/{id}/questions")
    String keep(
            @PathVariable String id,
            @RequestParam long version,
            @ModelAttribute Asked asked,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    if (asked.theme().isEmpty()) {
                        throw new ForumRefused("theme", Said.of("forum.refused.theme"));
                    }
                    var question = asked.question(find(id).it().question(asked.id()));
                    questionnaires.ask(current.require(), id, version, question);
                    return "redirect:/forum/study/questionnaires/" + id + "#" + question.id();
                },
                errors -> form(find(id), asked, errors, model),
                locale);
    }

    private String form(Held<Questionnaire> held, Asked asked, FormErrors errors, Model model) {
        model.addAttribute("it", held.it());
        model.addAttribute("version", held.version());
        model.addAttribute("asked", asked);
        model.addAttribute("known", held.it().question(asked.id()).isPresent());
        model.addAttribute(
                "themes",
                held.it().questions().stream().map(Question::theme).distinct().toList());
        model.addAttribute("kinds", AnswerKind.values());
        model.addAttribute("respondents", RespondentKind.values());
        model.addAttribute("errors", errors);
        return "forum/question-form";
    }

    private Held<Questionnaire> find(String id) {
        return questionnaires.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Person keeper() {
        var person = current.require();
        if (!ForumAccess.mayKeep(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }
}
