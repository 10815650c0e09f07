package org.comity.node.cooperation.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.Form;
import org.comity.node.documents.FormKind;
import org.comity.node.documents.FormValue;
import org.comity.node.frame.Said;

/** What a request says, put into the fields of its treaty form. */
final class FilledForm {

    private static final String LANGUAGE = "en";

    private FilledForm() {}

    /** @param at when it was approved, or came in; now for what is not approved yet, which carries no approval */
    static Form of(Request request, OwnNode own, Instant at) {
        return switch (request.kind()) {
            case PRODUCTION_ORDER,
                    PRESERVATION_ORDER,
                    AGREEMENT_ORDER,
                    NATIONAL_PRODUCTION_ORDER,
                    NATIONAL_PRESERVATION_ORDER,
                    VOLUNTARY_DISCLOSURE,
                    VOLUNTARY_PRESERVATION,
                    TAKE_DOWN -> OrderForm.of(request, own, at);
            case PRESERVATION -> preservation(request, own, at);
            case PARTIAL_DISCLOSURE, MUTUAL_ASSISTANCE, REAL_TIME_TRAFFIC, INTERCEPTION -> assistance(request, own, at);
            case ORDER_GIVEN_EFFECT -> reduced(FormKind.ORDER_GIVEN_EFFECT, request, own, at);
            case EMERGENCY_DISCLOSURE -> reduced(FormKind.EMERGENCY_DISCLOSURE, request, own, at);
            case SPONTANEOUS_INFORMATION -> reduced(FormKind.INFORMATION_OFFER, request, own, at);
            case EMERGENCY_ASSISTANCE -> reduced(FormKind.EMERGENCY_MLA, request, own, at);
        };
    }

    private static Form preservation(Request request, OwnNode own, Instant at) {
        var content = request.content();
        var data = content.data();
        return common(FormKind.PRESERVATION, request, own, at)
                .with("status", FormValue.phrase("status.new"))
                .with("location", orUnknown(data.location()))
                .with("legal-basis", FormValue.free(content.safeguards().legality()))
                .with("necessity", FormValue.free(content.safeguards().necessity()))
                .with(
                        "expected-deletion",
                        data.expectedDeletion().map(FormValue::utc).orElseGet(() -> FormValue.phrase("unknown")))
                .with("partial-disclosure", FormValue.yes(content.partialDisclosure()))
                .with("follow-up", FormValue.yes(content.followUp().intended()))
                .with("follow-up-on", content.followUp().plannedOn().map(FormValue.Day::new))
                .with("follow-up-authority", FormValue.plain(content.followUp().authority()))
                .with(
                        "confidentiality-reason",
                        FormValue.free(content.confidentiality().reason()))
                .with("confidential-until", content.confidentiality().until().map(FormValue.Day::new));
    }

    private static Form assistance(Request request, OwnNode own, Instant at) {
        var content = request.content();
        return common(FormKind.MUTUAL_ASSISTANCE, request, own, at)
                .with("contact", FormValue.plain(own.organisation() + " (" + own.party() + ")"))
                .with("proceeding", FormValue.free(content.offence().description()))
                .with("competent-court", FormValue.free(content.proceeding()))
                .with("previous-preservation", request.follows().map(earlier -> FormValue.plain(earlier.toString())))
                .with("legal-basis", FormValue.free(content.safeguards().legality()))
                .with("formalities", FormValue.free(content.procedures()))
                .with("purpose", FormValue.free(content.safeguards().necessity()));
    }

    /** What an assistance says, in a form that has fewer fields and some of its own. */
    private static Form reduced(FormKind kind, Request request, OwnNode own, Instant at) {
        var content = request.content();
        var data = content.data();
        var said = new LinkedHashMap<>(assistance(request, own, at).values());
        said.put("issuing-authority", said.getOrDefault("requesting-authority", FormValue.plain("-")));
        said.put("protocol-statement", FormValue.phrase("statement.protocol"));
        said.put("provider", orUnknown(data.provider()));
        said.put("data-description", FormValue.free(data.relation()));
        said.put("custodian-belief", FormValue.free(data.location()));
        said.put("relevance", FormValue.free(data.relation()));
        said.put("assistance", FormValue.free(content.safeguards().necessity()));
        said.put("sending-authority", said.getOrDefault("requesting-authority", FormValue.plain("-")));
        said.put("receiving-authority", said.getOrDefault("requested-authority", FormValue.plain("-")));
        said.put("information-summary", FormValue.free(content.facts()));
        said.put("information-use", FormValue.free(data.relation()));
        said.put("conditions-proposed", FormValue.free(content.conditions()));
        content.emergency().ifPresent(claim -> {
            said.put("emergency", FormValue.free(claim.harm()));
            said.put("at-risk", FormValue.free(claim.atRisk()));
            said.put("imminence", FormValue.free(claim.imminence()));
            said.put("averting", FormValue.free(claim.effect()));
        });
        var form = Form.blank(kind, LANGUAGE);
        for (var field : said.entrySet()) {
            form = kind.template().has(field.getKey()) ? form.with(field.getKey(), field.getValue()) : form;
        }
        return form;
    }

    private static Form common(FormKind kind, Request request, OwnNode own, Instant at) {
        var content = request.content();
        var data = content.data();
        var requesting = request.side() == Side.REQUESTING
                ? own.organisation() + " (" + own.party() + ")"
                : request.requireCounterpart().toString();
        var requested = request.side() == Side.REQUESTING
                ? request.counterpart().map(Object::toString).orElse("-")
                : own.organisation() + " (" + own.party() + ")";
        var form = Form.blank(kind, LANGUAGE)
                .with("date", new FormValue.Day(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .with(
                        "reference",
                        FormValue.plain(
                                request.side() == Side.REQUESTING
                                        ? request.reference()
                                        : request.counterpartReference()))
                .with(
                        "provision",
                        request.route()
                                .map(PlannedRoute::provision)
                                .map(FormValue::provision)
                                .orElseGet(() -> FormValue.plain("-")))
                .with("requested-authority", FormValue.plain(requested))
                .with("requesting-authority", FormValue.plain(requesting))
                .with("offence", FormValue.free(content.offence().description()))
                .with(
                        "offence-provisions",
                        FormValue.several(content.offence().provisions().stream()
                                .map(FormValue::provision)
                                .toList()))
                .with("penalty", FormValue.free(content.offence().penalty()))
                .with("facts", FormValue.free(content.facts()))
                .with("data-categories", FormValue.several(categories(data)))
                .with(
                        "identifiers",
                        FormValue.several(data.identifiers().stream()
                                .map(FilledForm::words)
                                .map(FormValue.Phrase::new)
                                .toList()))
                .with("from", data.range().from().map(FormValue::utc))
                .with("until", data.range().until().map(FormValue::utc))
                .with("relation", FormValue.free(data.relation()))
                .with("custodian", orUnknown(data.provider()))
                .with("proportionality", FormValue.free(content.safeguards().proportionality()))
                .with(
                        "urgency",
                        FormValue.phrase("urgency." + content.urgency().level().token()))
                .with("urgency-reason", FormValue.free(content.urgency().reason()))
                .with("confidentiality", FormValue.yes(content.confidentiality().wanted()))
                .with("left-out", FormValue.free(content.missingReason()));
        return request.state().isBeforeSending()
                ? form
                : form.with("approved-by", FormValue.plain(requesting)).with("approved-at", FormValue.utc(at));
    }

    static List<FormValue> categories(DataWanted data) {
        return data.categories().stream()
                .sorted()
                .map(category -> FormValue.phrase("category." + category.token()))
                .toList();
    }

    private static FormValue orUnknown(String text) {
        return text.isBlank() ? FormValue.phrase("unknown") : FormValue.plain(text);
    }

    static Said words(Identifier identifier) {
        return switch (identifier) {
            case Identifier.IpAddress address ->
                address.port()
                        .map(port ->
                                Said.of("documents.identifier.ip-port", address.value(), port.toString(), address.at()))
                        .orElseGet(() -> Said.of("documents.identifier.ip", address.value(), address.at()));
            case Identifier.Account _,
                    Identifier.Email _,
                    Identifier.Url _,
                    Identifier.Phone _,
                    Identifier.Imei _,
                    Identifier.Domain _ ->
                Said.of("documents.identifier." + identifier.kind().token(), identifier.value());
        };
    }
}
