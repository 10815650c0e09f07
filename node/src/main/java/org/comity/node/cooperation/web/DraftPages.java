package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftAnswers;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to a new request: one question a page, saved at every step on this node. */
@Controller
class DraftPages {

    private static final String QUESTION = "/requests/{id}/{step:data|service|offence|where|urgency|safeguards}";

    private final ReadingRequests reading;
    private final DraftingRequest drafting;
    private final CurrentPerson current;
    private final Lists lists;
    private final Wording wording;
    private final Citations citations;
    private final RequestSheets sheets;

    DraftPages(
            ReadingRequests reading,
            DraftingRequest drafting,
            CurrentPerson current,
            Lists lists,
            Wording wording,
            Citations citations,
            RequestSheets sheets) {
        this.reading = reading;
        this.drafting = drafting;
        this.current = current;
        this.lists = lists;
        this.wording = wording;
        this.citations = citations;
        this.sheets = sheets;
    }

    @GetMapping(QUESTION)
    String ask(@PathVariable RequestId id, @PathVariable String step, Model model) {
        var view = reading.view(current.require(), id);
        if (!isDraftOfViewer(view)) {
            return "redirect:/requests/" + id;
        }
        var asked = DraftStep.of(step);
        return page(view, asked, DraftAnswers.saved(asked, view.request().content()), new FormErrors(), model);
    }

    @PostMapping(QUESTION)
    String answer(
            @PathVariable RequestId id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        var person = current.require();
        var view = reading.view(person, id);
        var asked = DraftStep.of(step);
        var answers = Answers.typed(parameters);
        if (answers.has("add")) {
            return page(view, asked, answers, new FormErrors(), model);
        }
        var errors = new FormErrors();
        try {
            var content = DraftAnswers.said(asked, view.request().content(), answers, wording, errors);
            if (errors.isEmpty()) {
                drafting.save(person, id, Versions.seen(answers), content);
                return "redirect:/requests/%s/%s".formatted(id, asked.next().path());
            }
        } catch (ActRefused.ChangedMeanwhile meanwhile) {
            return changed(reading.view(person, id), asked, answers, meanwhile, model, response);
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, malformed.field(), malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "main", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, asked, answers, errors, model);
    }

    /** A draft is written on only by those who could send it to the second person. */
    static boolean isDraftOfViewer(RequestView view) {
        return view.offered().contains(RequestEvent.SUBMITTED);
    }

    /** Their own answers again, and beside them what is saved now: saving once more is done knowing it. */
    private String changed(
            RequestView view,
            DraftStep step,
            Answers answers,
            ActRefused.ChangedMeanwhile meanwhile,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("meanwhile", Meanwhile.of(meanwhile, wording));
        model.addAttribute("saved", List.of(sheets.of(view, step)));
        return page(view, step, Versions.seenNow(answers, view.request()), new FormErrors(), model);
    }

    static void progress(Model model, RequestView view, DraftStep step, Citations citations) {
        var request = view.request();
        model.addAttribute("completeness", CompletenessBar.of(view.completeness(), citations));
        model.addAttribute("id", request.id().toString());
        model.addAttribute("reference", request.reference());
        model.addAttribute("kind", request.kind());
        model.addAttribute("version", request.version());
        model.addAttribute("step", step);
        model.addAttribute("steps", DraftStep.count());
        model.addAttribute(
                "back",
                step.before()
                        .map(before -> "/requests/%s/%s".formatted(request.id(), before.path()))
                        .orElse("/requests/" + request.id()));
    }

    private String page(RequestView view, DraftStep step, Answers answers, FormErrors errors, Model model) {
        progress(model, view, step, citations);
        // what is shown again was written on the version that its form named
        model.addAttribute(
                "version",
                answers.has(Versions.FIELD)
                        ? Versions.seen(answers)
                        : view.request().version());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("yesNo", wording.choices("yes-no", Stream.of("yes", "no")));
        switch (step) {
            case DATA -> {
                model.addAttribute(
                        "categories",
                        wording.choices(
                                "category", Arrays.stream(DataCategory.values()).map(DataCategory::token)));
                model.addAttribute(
                        "kinds",
                        wording.choices(
                                "kind", Arrays.stream(Identifier.Kind.values()).map(Identifier.Kind::token)));
                model.addAttribute("rows", rows(answers));
            }
            case OFFENCE -> model.addAttribute("offences", lists.offences());
            case WHERE -> model.addAttribute("states", lists.states());
            case URGENCY -> {
                model.addAttribute(
                        "levels",
                        wording.choices(
                                "urgency", Arrays.stream(UrgencyLevel.values()).map(UrgencyLevel::token)));
                model.addAttribute(
                        "risks",
                        wording.choices(
                                "risk",
                                Arrays.stream(EmergencyClaim.Risk.values()).map(EmergencyClaim.Risk::token)));
            }
            case SERVICE -> {
                model.addAttribute("holders", lists.holders());
                model.addAttribute(
                        "contents",
                        wording.choices(
                                "content",
                                Arrays.stream(TakeDown.Content.values()).map(TakeDown.Content::token)));
                model.addAttribute(
                        "means",
                        wording.choices(
                                "means", Arrays.stream(TakeDown.Means.values()).map(TakeDown.Means::token)));
                model.addAttribute(
                        "follows", view.followed().map(Request::reference).orElse(null));
            }
            case SAFEGUARDS ->
                model.addAttribute(
                        "issuance", view.request().content().issuance().isPresent());
            case ROUTE, CHECK -> {}
        }
        return "cooperation/draft/" + step.path();
    }

    /** Those that are filled, and one more to fill. */
    private static List<Integer> rows(Answers answers) {
        var filled = answers.rows("identifiers");
        var next = filled.isEmpty() ? 0 : filled.getLast() + 1;
        return answers.has("add") || filled.isEmpty()
                ? Stream.concat(filled.stream(), Stream.of(next)).toList()
                : filled;
    }
}
