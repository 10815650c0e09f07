package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.node.cooperation.FindingPlaces;
import org.comity.node.cooperation.LocatingData;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.PlaceAnswers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the data of a case may be: said, said anew, and whoever is owed to be told of it. */
@Controller
class PlacePages {

    private final ReadingRequests reading;
    private final FindingPlaces finding;
    private final LocatingData locating;
    private final CurrentPerson current;
    private final Lists lists;
    private final Wording wording;

    PlacePages(
            ReadingRequests reading,
            FindingPlaces finding,
            LocatingData locating,
            CurrentPerson current,
            Lists lists,
            Wording wording) {
        this.reading = reading;
        this.finding = finding;
        this.locating = locating;
        this.current = current;
        this.lists = lists;
        this.wording = wording;
    }

    @GetMapping("/cases/{reference}/place")
    String ask(@PathVariable String reference, Model model) {
        var whereabouts = finding.of(current.require(), reference);
        return page(reference, PlaceAnswers.saved(whereabouts.now()), new FormErrors(), model);
    }

    @PostMapping("/cases/{reference}/place")
    String answer(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var answers = Answers.typed(parameters);
        var errors = new FormErrors();
        if (answers.has("add")) {
            return page(reference, answers, errors, model);
        }
        try {
            var thought = PlaceAnswers.said(answers, wording, errors);
            if (errors.isEmpty()) {
                locating.assess(current.require(), reference, Versions.seen(answers.text("seen")), thought);
                next.addFlashAttribute("said", wording.of("place.saved"));
                return "redirect:/cases/" + reference;
            }
        } catch (ActRefused.Malformed malformed) {
            var field = malformed.field().equals("candidates") ? PlaceAnswers.field(0, "state") : malformed.field();
            wording.tell(errors, field, malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "standing", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(reference, answers, errors, model);
    }

    private String page(String reference, Answers answers, FormErrors errors, Model model) {
        model.addAttribute("caseFile", reading.caseFile(current.require(), reference));
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("rows", PlaceAnswers.rows(answers));
        model.addAttribute("states", lists.states());
        model.addAttribute(
                "standings", words("standing", Arrays.stream(Standing.values()).map(Standing::token)));
        model.addAttribute(
                "likelihoods",
                words("likelihood", Arrays.stream(Likelihood.values()).map(Likelihood::token)));
        model.addAttribute(
                "sources", words("source", Arrays.stream(Source.values()).map(Source::token)));
        return "cooperation/place";
    }

    private Map<String, String> words(String of, Stream<String> tokens) {
        return wording.choices("place." + of, tokens);
    }

    @PostMapping("/cases/{reference}/place/notice")
    String notice(
            @PathVariable String reference,
            @RequestParam String state,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes next) {
        var answers = Answers.typed(parameters);
        var seen = Versions.seen(answers.text("seen"));
        try {
            if (answers.has("under")) {
                locating.oweNotice(current.require(), reference, seen, state, answers.text("under"));
            } else {
                var on = answers.date("made")
                        .orElseThrow(() -> new Answers.Unreadable("made", Said.of("cooperation.wrong.as-of")));
                locating.noticeMade(current.require(), reference, seen, state, on, answers.text("reference"));
            }
            next.addFlashAttribute("said", wording.of("said.notice"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", wording.of(refused.said()));
        } catch (Answers.Unreadable unreadable) {
            next.addFlashAttribute("refused", wording.of(unreadable.said()));
        }
        return "redirect:/cases/" + reference;
    }
}
