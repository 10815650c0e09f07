package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.AskingCandidates;
import org.comity.node.cooperation.FindingPlaces;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.OwnPowers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same asked of several States at once: drafted, handed over, sent, and let go of. */
@Controller
class SeveralPages {

    private final ReadingRequests reading;
    private final FindingPlaces finding;
    private final AskingCandidates asking;
    private final CurrentPerson current;
    private final PlaceModel places;
    private final OwnPowers powers;
    private final Citations citations;
    private final Lists lists;
    private final Silences silences;
    private final Wording wording;

    SeveralPages(
            ReadingRequests reading,
            FindingPlaces finding,
            AskingCandidates asking,
            CurrentPerson current,
            PlaceModel places,
            OwnPowers powers,
            Citations citations,
            Lists lists,
            Silences silences,
            Wording wording) {
        this.reading = reading;
        this.finding = finding;
        this.asking = asking;
        this.current = current;
        this.places = places;
        this.powers = powers;
        this.citations = citations;
        this.lists = lists;
        this.silences = silences;
        this.wording = wording;
    }

    /**
     * A State that can be asked.
     *
     * @param ask provision and party, as the form sends them; null where no route is open or no node is known
     */
    record WayView(
            String state,
            String name,
            String likelihood,
            @Nullable String cite,
            @Nullable String standing,
            @Nullable String law,
            @Nullable String party,
            @Nullable String ask) {}

    @GetMapping("/requests/{id}/candidates")
    String ways(@PathVariable RequestId id, Model model) {
        var view = reading.view(current.require(), id);
        return DraftPages.isDraftOfViewer(view) ? page(view, new FormErrors(), model) : "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/candidates")
    String draft(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") List<String> ask,
            @RequestParam(defaultValue = "") String version,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = current.require();
        var errors = new FormErrors();
        try {
            asking.draft(
                    person,
                    id,
                    Versions.seen(version),
                    ask.stream().map(SeveralPages::read).toList());
            next.addFlashAttribute("said", wording.of("said.several-drafted"));
            return "redirect:/cases/" + reference(reading.view(person, id));
        } catch (ActRefused refused) {
            wording.tell(errors, "ask", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(reading.view(person, id), errors, model);
    }

    private String page(RequestView view, FormErrors errors, Model model) {
        DraftPages.progress(model, view, DraftStep.ROUTE, citations);
        model.addAttribute("errors", errors);
        model.addAttribute("caseReference", reference(view));
        var ways = finding.ways(current.require(), view.request().id()).stream()
                .map(this::way)
                .toList();
        model.addAttribute("ways", ways);
        model.addAttribute(
                "silences",
                silences.of(ways.stream()
                        .flatMap(way -> Optional.ofNullable(way.party()).stream())
                        .toList()));
        return "cooperation/candidates";
    }

    private WayView way(FindingPlaces.Way way) {
        var state = way.candidate().state();
        var route = way.routes().stream().filter(PlannedRoute::isUsable).findFirst();
        var party = places.contactPoint(state);
        return new WayView(
                state,
                lists.stateName(state),
                way.candidate().likelihood().token(),
                route.map(PlannedRoute::provision).map(citations::of).orElse(null),
                route.map(PlannedRoute::standing).orElse(null),
                powers.toPreserve(state).orElse(null),
                party.map(PartyId::value).orElse(null),
                route.flatMap(open -> party.map(it -> open.provision() + " " + it.value()))
                        .orElse(null));
    }

    private static String reference(RequestView view) {
        return view.caseFile().map(it -> it.reference()).orElseThrow();
    }

    /** As {@link WayView#ask} wrote it. */
    private static AskingCandidates.Ask read(String ask) {
        var parts = ask.split(" ", 2);
        if (parts.length < 2) {
            throw new ActRefused.Malformed("ask", Said.of("cooperation.refused.ask-several"));
        }
        return new AskingCandidates.Ask(parts[0], new PartyId(parts[1]));
    }

    @PostMapping("/cases/{reference}/several/{group}/{act:submit|approve|let-go|also}")
    String act(
            @PathVariable String reference,
            @PathVariable UUID group,
            @PathVariable String act,
            @RequestParam(defaultValue = "") List<RequestId> chosen,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String party,
            RedirectAttributes next) {
        var person = current.require();
        try {
            switch (act) {
                case "submit" -> asking.submit(person, group);
                case "approve" -> asking.approve(person, group, chosen, said);
                case "let-go" -> asking.standDown(person, group, chosen, said);
                default -> {
                    var recipient = new PartyId(party);
                    asking.askAlso(
                            person, group, new AskingCandidates.Ask(provision(reference, group, recipient), recipient));
                }
            }
            next.addFlashAttribute("said", wording.of("said.several-" + act));
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", wording.of(refused.said()));
        } catch (IllegalArgumentException noParty) {
            next.addFlashAttribute("refused", wording.of("wrong.party"));
        }
        return "redirect:/cases/" + reference;
    }

    /** The best open route to that State for what the group asks. */
    private String provision(String reference, UUID group, PartyId party) {
        var person = current.require();
        return finding.of(person, reference).groups().stream()
                .filter(it -> it.group().equals(group))
                .map(it -> it.requests().getFirst())
                .flatMap(first -> finding.ways(person, first.id()).stream())
                .filter(way -> way.candidate().state().equals(party.state()))
                .flatMap(way -> way.routes().stream())
                .filter(PlannedRoute::isUsable)
                .map(PlannedRoute::provision)
                .findFirst()
                .orElseThrow(() -> new ActRefused.Malformed(
                        "party", Said.of("cooperation.refused.not-a-candidate", party.state())));
    }
}
