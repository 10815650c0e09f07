package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.PlanningRoutes;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Recipients;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The planner's routes for a draft, with their reasons, and who can take the request, over whichever channel. */
@Controller
class RoutePages {

    private final ReadingRequests reading;
    private final PlanningRoutes planning;
    private final DraftingRequest drafting;
    private final Recipients recipients;
    private final CurrentPerson current;
    private final Citations citations;
    private final Lists lists;
    private final Silences silences;
    private final Wording wording;

    RoutePages(
            ReadingRequests reading,
            PlanningRoutes planning,
            DraftingRequest drafting,
            Recipients recipients,
            CurrentPerson current,
            Citations citations,
            Lists lists,
            Silences silences,
            Wording wording) {
        this.reading = reading;
        this.planning = planning;
        this.drafting = drafting;
        this.recipients = recipients;
        this.current = current;
        this.citations = citations;
        this.lists = lists;
        this.silences = silences;
        this.wording = wording;
    }

    /** Who serves the requested State. @param serves its functions in words @param channel the way to it in words */
    record Recipient(String party, String organisation, String serves, String channel) {

        static Recipient of(Counterpart counterpart, Wording wording) {
            return new Recipient(
                    counterpart.party().value(),
                    counterpart.organisation(),
                    counterpart.functions().stream()
                            .sorted()
                            .map(NodeFunction::said)
                            .map(wording::of)
                            .collect(Collectors.joining(", ")),
                    wording.of(counterpart.channel().said()));
        }
    }

    @GetMapping("/requests/{id}/route")
    String routes(@PathVariable RequestId id, Model model) {
        var view = reading.view(current.require(), id);
        return DraftPages.isDraftOfViewer(view) ? page(view, new FormErrors(), model) : "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/route")
    String choose(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String provision,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String version,
            Model model,
            HttpServletResponse response) {
        var person = current.require();
        var errors = new FormErrors();
        try {
            drafting.chooseRoute(person, id, Versions.seen(version), provision, new PartyId(party));
            return "redirect:/requests/%s/safeguards".formatted(id);
        } catch (ActRefused.ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("meanwhile", Meanwhile.of(changed, wording));
            return page(reading.view(person, id), errors, model);
        } catch (ActRefused refused) {
            wording.tell(errors, "routes", refused);
        } catch (IllegalArgumentException noParty) {
            errors.add("routes", wording.of("wrong.party"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(reading.view(person, id), errors, model);
    }

    private String page(RequestView view, FormErrors errors, Model model) {
        var request = view.request();
        DraftPages.progress(model, view, DraftStep.ROUTE, citations);
        model.addAttribute("errors", errors);
        var state = request.content().requestedState();
        model.addAttribute("state", state);
        model.addAttribute("stateName", lists.stateName(state));
        model.addAttribute(
                "chosen", request.route().map(PlannedRoute::provision).orElse(""));
        model.addAttribute(
                "chosenParty", request.counterpart().map(PartyId::value).orElse(""));
        model.addAttribute("cards", state.isBlank() ? List.of() : cards(request, errors));
        List<Recipient> recipients = state.isBlank() ? List.of() : recipients(state, request.kind());
        model.addAttribute("recipients", recipients);
        model.addAttribute(
                "silences",
                silences.of(recipients.stream().map(Recipient::party).toList()));
        return "cooperation/draft/route";
    }

    private List<RouteCard> cards(Request request, FormErrors errors) {
        var cards = new ArrayList<RouteCard>();
        try {
            var routes = planning.routes(current.require(), request.id());
            var reasons = planning.reasonsIn(LocaleContextHolder.getLocale(), request, routes);
            for (var route : routes) {
                cards.add(RouteCard.of(cards.size() + 1, route, reasons, citations, wording));
            }
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, "routes", malformed);
        }
        return cards;
    }

    private List<Recipient> recipients(String state, RequestKind kind) {
        return recipients.in(state, kind).stream()
                .map(counterpart -> Recipient.of(counterpart, wording))
                .toList();
    }
}
