package org.comity.node.cooperation.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Issuance;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.PartyId;
import org.springframework.stereotype.Component;

/** What a request says, as a sheet of questions with their answers. */
@Component
class RequestSheets {

    private final Wording wording;
    private final Lists lists;
    private final Citations citations;
    private final Counterparts counterparts;

    RequestSheets(Wording wording, Lists lists, Citations citations, Counterparts counterparts) {
        this.wording = wording;
        this.lists = lists;
        this.citations = citations;
        this.counterparts = counterparts;
    }

    /** The answers of one question. @param step where they can be changed while it is a draft */
    record Section(String step, List<Line> lines) {}

    /** @param label message key; @param texts none when nothing was said; @param translated those that are true of the text */
    record Line(String label, List<String> texts, List<TranslationPages.Shown> translated) {
        Line(String label, List<String> texts) {
            this(label, texts, List.of());
        }
    }

    List<Section> of(RequestView view) {
        return said(view).stream()
                .map(section -> new Section(
                        section.step(),
                        section.lines().stream()
                                .map(line -> translated(line, view))
                                .toList()))
                .toList();
    }

    private static Line translated(Line line, RequestView view) {
        var request = view.request();
        return new Line(
                line.label(),
                line.texts(),
                request.translations().current(request.content()).stream()
                        .filter(it -> it.text().field().equals(line.label()))
                        .map(it -> TranslationPages.Shown.of(it, view))
                        .toList());
    }

    private List<Section> said(RequestView view) {
        var request = view.request();
        var content = request.content();
        return List.of(
                data(content),
                section(
                        DraftStep.SERVICE,
                        line("provider", content.data().provider()),
                        line(
                                "holder",
                                content.data().holder().isBlank()
                                        ? ""
                                        : wording.of("holder." + content.data().holder())),
                        line("location", content.data().location()),
                        line("relation", content.data().relation()),
                        line("procedures", content.procedures()),
                        line("conditions", content.conditions()),
                        line(
                                "content",
                                content.takeDown()
                                        .map(it -> wording.of(
                                                "content." + it.content().token()))
                                        .orElse("")),
                        line(
                                "means",
                                content.takeDown()
                                        .map(it ->
                                                wording.of("means." + it.means().token()))
                                        .orElse("")),
                        line(
                                "territories",
                                content.takeDown()
                                        .map(it -> String.join(", ", it.territories()))
                                        .orElse("")),
                        line(
                                "redress",
                                content.takeDown().map(TakeDown::redress).orElse("")),
                        line(
                                "flaggedBy",
                                content.takeDown().map(TakeDown::flaggedBy).orElse("")),
                        moment("announcedAt", content.takeDown().flatMap(TakeDown::announcedAt)),
                        line(
                                "unpreserved",
                                content.takeDown().map(TakeDown::unpreserved).orElse(""))),
                section(
                        DraftStep.OFFENCE,
                        new Line(
                                "offence",
                                content.offence().provisions().stream()
                                        .map(lists::offence)
                                        .toList()),
                        line("offenceText", content.offence().description()),
                        line("penalty", content.offence().penalty()),
                        line("facts", content.facts()),
                        line("proceeding", content.proceeding())),
                section(
                        DraftStep.WHERE,
                        line(
                                "requestedState",
                                content.requestedState().isBlank()
                                        ? wording.of("state-unknown")
                                        : lists.stateName(content.requestedState())),
                        line(
                                "oneOf",
                                content.oneOf()
                                        .map(it -> wording.of("one-of", it.of()))
                                        .orElse(""))),
                urgency(content),
                section(
                        DraftStep.ROUTE,
                        line(
                                "provision",
                                request.route()
                                        .map(PlannedRoute::provision)
                                        .map(citations::of)
                                        .orElse("")),
                        line("party", request.counterpart().map(this::named).orElse(""))),
                section(
                        DraftStep.SAFEGUARDS,
                        line("legality", content.safeguards().legality()),
                        line("necessity", content.safeguards().necessity()),
                        line("proportionality", content.safeguards().proportionality()),
                        line(
                                "reviewedBy",
                                content.issuance().map(Issuance::reviewedBy).orElse("")),
                        line(
                                "certifiedBy",
                                content.issuance().map(Issuance::certifiedBy).orElse("")),
                        line(
                                "targeting",
                                content.issuance().map(Issuance::targeting).orElse("")),
                        line("missingReason", content.missingReason())));
    }

    /** The answers of one question only. */
    Section of(RequestView view, DraftStep step) {
        return of(view).stream()
                .filter(section -> section.step().equals(step.path()))
                .findFirst()
                .orElseThrow();
    }

    private Section data(RequestContent content) {
        var data = content.data();
        return section(
                DraftStep.DATA,
                new Line(
                        "categories",
                        data.categories().stream()
                                .sorted()
                                .map(DataCategory::token)
                                .map(category -> wording.of("category." + category))
                                .toList()),
                new Line(
                        "identifiers",
                        data.identifiers().stream().map(this::words).toList()),
                moment("from", data.range().from()),
                moment("to", data.range().until()),
                line("partialDisclosure", content.partialDisclosure() ? wording.of("yes-no.yes") : ""),
                data.expectedDeletion().isPresent()
                        ? moment("expectedDeletion", data.expectedDeletion())
                        : line("expectedDeletion", wording.of("deletion-unknown")));
    }

    private Section urgency(RequestContent content) {
        var confidentiality = content.confidentiality();
        var followUp = content.followUp();
        return section(
                DraftStep.URGENCY,
                line(
                        "urgency",
                        wording.of("urgency." + content.urgency().level().token())),
                line(
                        "urgencyReason",
                        content.emergency().isPresent() ? "" : content.urgency().reason()),
                line(
                        "risk",
                        content.emergency()
                                .map(it -> wording.of("risk." + it.risk().token()))
                                .orElse("")),
                line("atRisk", content.emergency().map(EmergencyClaim::atRisk).orElse("")),
                line("harm", content.emergency().map(EmergencyClaim::harm).orElse("")),
                line(
                        "imminence",
                        content.emergency().map(EmergencyClaim::imminence).orElse("")),
                line("effect", content.emergency().map(EmergencyClaim::effect).orElse("")),
                line("confidential", wording.of("yes-no." + (confidentiality.wanted() ? "yes" : "no"))),
                line("confidentialReason", confidentiality.reason()),
                line(
                        "confidentialUntil",
                        confidentiality.until().map(Object::toString).orElse("")),
                line("mlaIntended", wording.of("yes-no." + (followUp.intended() ? "yes" : "no"))),
                line("mlaDate", followUp.plannedOn().map(Object::toString).orElse("")),
                line("mlaAuthority", followUp.authority()));
    }

    private String words(Identifier identifier) {
        var kind = wording.of("kind." + identifier.kind().token());
        return switch (identifier) {
            case Identifier.IpAddress address ->
                wording.of(
                        address.port().isPresent() ? "identifier.ip-port" : "identifier.ip",
                        kind,
                        address.value(),
                        address.at().toString(),
                        address.port().map(Object::toString).orElse(""));
            case Identifier.Phone phone -> wording.of("identifier", kind, "+" + phone.value());
            case Identifier.Account _, Identifier.Email _, Identifier.Url _, Identifier.Imei _, Identifier.Domain _ ->
                wording.of("identifier", kind, identifier.value());
        };
    }

    /** The organisation with its party id, or the id alone when it has left the directory. */
    String named(PartyId party) {
        return counterparts
                .find(party)
                .map(it -> wording.of("party", it.organisation(), party.value()))
                .orElse(party.value());
    }

    private static Section section(DraftStep step, Line... lines) {
        return new Section(step.path(), List.of(lines));
    }

    private static Line line(String label, String text) {
        return new Line(label, Stream.of(text).filter(it -> !it.isBlank()).toList());
    }

    private static Line moment(String label, Optional<Instant> moment) {
        return new Line(label, moment.map(it -> Moment.of(it).text()).stream().toList());
    }
}
