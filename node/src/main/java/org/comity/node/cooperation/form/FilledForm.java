package org.comity.node.cooperation.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.FreeText;
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
        var written = new Written(request);
        return common(FormKind.PRESERVATION, request, own, at)
                .with("status", FormValue.phrase("status.new"))
                .with(
                        "location",
                        data.location().isBlank() ? FormValue.phrase("unknown") : written.of(FreeText.LOCATION))
                .with("legal-basis", written.of(FreeText.LEGALITY))
                .with("necessity", written.of(FreeText.NECESSITY))
                .with(
                        "expected-deletion",
                        data.expectedDeletion().map(FormValue::utc).orElseGet(() -> FormValue.phrase("unknown")))
                .with("partial-disclosure", FormValue.yes(content.partialDisclosure()))
                .with("follow-up", FormValue.yes(content.followUp().intended()))
                .with("follow-up-on", content.followUp().plannedOn().map(FormValue.Day::new))
                .with("follow-up-authority", FormValue.plain(content.followUp().authority()))
                .with("confidentiality-reason", written.of(FreeText.CONFIDENTIALITY))
                .with("confidential-until", content.confidentiality().until().map(FormValue.Day::new));
    }

    private static Form assistance(Request request, OwnNode own, Instant at) {
        var written = new Written(request);
        return common(FormKind.MUTUAL_ASSISTANCE, request, own, at)
                .with("contact", FormValue.plain(own.organisation() + " (" + own.party() + ")"))
                .with("proceeding", written.of(FreeText.OFFENCE))
                .with("competent-court", written.of(FreeText.PROCEEDING))
                .with("previous-preservation", request.follows().map(earlier -> FormValue.plain(earlier.toString())))
                .with("legal-basis", written.of(FreeText.LEGALITY))
                .with("formalities", written.of(FreeText.PROCEDURES))
                .with("purpose", written.of(FreeText.NECESSITY));
    }

    /** What an assistance says, in a form that has fewer fields and some of its own. */
    private static Form reduced(FormKind kind, Request request, OwnNode own, Instant at) {
        var content = request.content();
        var data = content.data();
        var written = new Written(request);
        var said = new LinkedHashMap<>(assistance(request, own, at).values());
        said.put("issuing-authority", said.getOrDefault("requesting-authority", FormValue.plain("-")));
        said.put("protocol-statement", FormValue.phrase("statement.protocol"));
        said.put("provider", orUnknown(data.provider()));
        said.put("data-description", written.of(FreeText.RELATION));
        said.put("custodian-belief", written.of(FreeText.LOCATION));
        said.put("relevance", written.of(FreeText.RELATION));
        said.put("assistance", written.of(FreeText.NECESSITY));
        said.put("sending-authority", said.getOrDefault("requesting-authority", FormValue.plain("-")));
        said.put("receiving-authority", said.getOrDefault("requested-authority", FormValue.plain("-")));
        said.put("information-summary", written.of(FreeText.FACTS));
        said.put("information-use", written.of(FreeText.RELATION));
        said.put("conditions-proposed", written.of(FreeText.CONDITIONS));
        if (content.emergency().isPresent()) {
            said.put("emergency", written.of(FreeText.HARM));
            said.put("at-risk", written.of(FreeText.AT_RISK));
            said.put("imminence", written.of(FreeText.IMMINENCE));
            said.put("averting", written.of(FreeText.EFFECT));
        }
        var form = Form.blank(kind, LANGUAGE);
        for (var field : said.entrySet()) {
            form = kind.template().has(field.getKey()) ? form.with(field.getKey(), field.getValue()) : form;
        }
        return form;
    }

    private static Form common(FormKind kind, Request request, OwnNode own, Instant at) {
        var content = request.content();
        var data = content.data();
        var written = new Written(request);
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
                .with("offence", written.of(FreeText.OFFENCE))
                .with(
                        "offence-provisions",
                        FormValue.several(content.offence().provisions().stream()
                                .map(FormValue::provision)
                                .toList()))
                .with("penalty", written.of(FreeText.PENALTY))
                .with("facts", written.of(FreeText.FACTS))
                .with("data-categories", FormValue.several(categories(data)))
                .with(
                        "identifiers",
                        FormValue.several(data.identifiers().stream()
                                .map(FilledForm::words)
                                .map(FormValue.Phrase::new)
                                .toList()))
                .with("from", data.range().from().map(FormValue::utc))
                .with("until", data.range().until().map(FormValue::utc))
                .with("relation", written.of(FreeText.RELATION))
                .with("custodian", orUnknown(data.provider()))
                .with("proportionality", written.of(FreeText.PROPORTIONALITY))
                .with(
                        "urgency",
                        FormValue.phrase("urgency." + content.urgency().level().token()))
                .with("urgency-reason", written.of(FreeText.URGENCY))
                .with("confidentiality", FormValue.yes(content.confidentiality().wanted()))
                .with("left-out", written.of(FreeText.LEFT_OUT));
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
