package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last page before the second person: every answer, how complete they are, and who will see them. */
@Controller
class CheckPages {

    private final ReadingRequests reading;
    private final DraftingRequest drafting;
    private final CurrentPerson current;
    private final RequestSheets sheets;
    private final Readership readership;
    private final Citations citations;
    private final Wording wording;

    CheckPages(
            ReadingRequests reading,
            DraftingRequest drafting,
            CurrentPerson current,
            RequestSheets sheets,
            Readership readership,
            Citations citations,
            Wording wording) {
        this.reading = reading;
        this.drafting = drafting;
        this.current = current;
        this.sheets = sheets;
        this.readership = readership;
        this.citations = citations;
        this.wording = wording;
    }

    @GetMapping("/requests/{id}/check")
    String check(@PathVariable RequestId id, Model model) {
        var view = reading.view(current.require(), id);
        return DraftPages.isDraftOfViewer(view) ? page(view, model) : "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/check")
    String submit(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String version,
            Model model,
            HttpServletResponse response) {
        var person = current.require();
        try {
            drafting.submit(person, id, Versions.seen(version));
            return "redirect:/requests/" + id;
        } catch (ActRefused.ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("meanwhile", Meanwhile.of(changed, wording));
            return page(reading.view(person, id), model);
        } catch (ActRefused.Incomplete incomplete) {
            model.addAttribute(
                    "open", incomplete.open().stream().map(wording::of).toList());
        } catch (ActRefused refused) {
            model.addAttribute("open", List.of(wording.of(refused.said())));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(reading.view(person, id), model);
    }

    private String page(RequestView view, Model model) {
        DraftPages.progress(model, view, DraftStep.CHECK, citations);
        model.addAttribute("sheet", sheets.of(view));
        model.addAttribute("translating", TranslatingBar.of(view));
        model.addAttribute("audience", readership.of(view));
        // the place is not known: the draft becomes several
        model.addAttribute(
                "several",
                view.request().kind() == RequestKind.PRESERVATION
                        && view.request().content().requestedState().isBlank());
        model.addAttribute(
                "form", reading.preview(current.require(), view.request().id()));
        return "cooperation/draft/check";
    }
}
