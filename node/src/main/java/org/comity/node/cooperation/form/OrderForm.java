package org.comity.node.cooperation.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.Form;
import org.comity.node.documents.FormKind;
import org.comity.node.documents.FormValue;

/** An order in the form that its law has for it; what is asked of a provider without such a law goes by the model form. */
final class OrderForm {

    private static final String LANGUAGE = "en";

    private OrderForm() {}

    static Form of(Request order, OwnNode own, Instant at) {
        var kind = kind(order);
        var form = Form.blank(kind, LANGUAGE);
        for (var said : values(order, own, at).entrySet()) {
            if (kind.template().has(said.getKey())) {
                form = form.with(said.getKey(), said.getValue());
            }
        }
        return form;
    }

    private static FormKind kind(Request order) {
        var provision = order.route().map(PlannedRoute::provision).orElse("");
        return Stream.of(
                        FormKind.PRODUCTION_ORDER,
                        FormKind.PRESERVATION_ORDER,
                        FormKind.SUBSCRIBER_ORDER,
                        FormKind.DOMAIN_REGISTRATION,
                        FormKind.NATIONAL_ORDER,
                        FormKind.AGREEMENT_ORDER,
                        FormKind.VOLUNTARY_DISCLOSURE,
                        FormKind.VOLUNTARY_PRESERVATION,
                        FormKind.ORDER_TO_INFORM,
                        FormKind.REMOVAL_ORDER,
                        FormKind.ORDER_AGAINST_CONTENT,
                        FormKind.CONTENT_NOTICE)
                .filter(kind -> kind.template().provisions().contains(provision))
                .findFirst()
                .orElseGet(() -> usual(order));
    }

    private static FormKind usual(Request order) {
        return switch (order.kind().nature()) {
            case NATIONAL_ORDER -> FormKind.NATIONAL_ORDER;
            case AGREEMENT_ORDER -> FormKind.AGREEMENT_ORDER;
            case VOLUNTARY -> order.kind().obtains() ? FormKind.VOLUNTARY_DISCLOSURE : FormKind.VOLUNTARY_PRESERVATION;
            case ORDER, ASSISTANCE -> {
                if (order.kind().takesDown()) {
                    yield FormKind.CONTENT_NOTICE;
                }
                yield order.kind().obtains() ? FormKind.VOLUNTARY_DISCLOSURE : FormKind.PRESERVATION_ORDER;
            }
        };
    }

    /** By field; forms under different laws ask for the same things under the same names. */
    private static Map<String, FormValue> values(Request order, OwnNode own, Instant at) {
        var content = order.content();
        var data = content.data();
        var written = new Written(order);
        var requesting = order.side() == Side.REQUESTING;
        var issuer = requesting
                ? own.organisation() + " (" + own.party() + ")"
                : order.requireCounterpart().toString();
        var issuingState = requesting ? own.state() : order.requireCounterpart().state();
        var provider = data.provider().isBlank()
                ? order.counterpart().map(Object::toString).orElse("")
                : data.provider();
        var identifiers = FormValue.several(data.identifiers().stream()
                .map(FilledForm::words)
                .map(FormValue.Phrase::new)
                .toList());
        var emergency = content.urgency().isEmergency();
        var values = new LinkedHashMap<String, FormValue>();
        values.put("date", new FormValue.Day(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        values.put("reference", FormValue.plain(requesting ? order.reference() : order.counterpartReference()));
        values.put("issuing-state", new FormValue.State(issuingState));
        values.put("issuing-authority", FormValue.plain(issuer));
        values.put("requesting-authority", FormValue.plain(issuer));
        values.put("contact", FormValue.plain(issuer));
        values.put("transfer-to", FormValue.plain(issuer));
        values.put("provider", FormValue.plain(provider));
        values.put("identifiers", identifiers);
        values.put("domain", identifiers);
        values.put("targets", identifiers);
        values.put("data-categories", FormValue.several(FilledForm.categories(data)));
        data.range().from().map(FormValue::utc).ifPresent(from -> values.put("from", from));
        data.range().until().map(FormValue::utc).ifPresent(until -> values.put("until", until));
        values.put("offence", written.of(FreeText.OFFENCE));
        values.put(
                "offence-provisions",
                FormValue.several(content.offence().provisions().stream()
                        .map(FormValue::provision)
                        .toList()));
        values.put("penalty", written.of(FreeText.PENALTY));
        values.put("facts", written.of(FreeText.FACTS));
        values.put("relation", written.of(FreeText.RELATION));
        values.put("relevance", written.of(FreeText.RELATION));
        values.put("legal-basis", written.of(FreeText.LEGALITY));
        values.put("necessity", written.of(FreeText.NECESSITY));
        values.put("proportionality", written.of(FreeText.PROPORTIONALITY));
        values.put("formalities", written.of(FreeText.PROCEDURES));
        values.put("protocol-statement", FormValue.phrase("statement.protocol"));
        values.put("production-deadline", FormValue.phrase(emergency ? "deadline.eight-hours" : "deadline.ten-days"));
        values.put("emergency", emergency ? written.of(FreeText.URGENCY) : FormValue.plain(""));
        values.put("confidentiality", FormValue.yes(content.confidentiality().wanted()));
        values.put("confidentiality-reason", written.of(FreeText.CONFIDENTIALITY));
        values.put("data-description", written.of(FreeText.RELATION));
        values.put("held-only", FormValue.phrase("statement.held-only"));
        values.put("purpose", written.of(FreeText.NECESSITY));
        values.put("use-limits", written.of(FreeText.PROPORTIONALITY));
        values.put("order-language", FormValue.plain(LANGUAGE));
        values.put("effect-to", FormValue.plain(issuer));
        values.put("redress", written.of(FreeText.PROCEDURES));
        values.put("follow-up", FormValue.yes(content.followUp().intended()));
        content.followUp().plannedOn().map(FormValue.Day::new).ifPresent(day -> values.put("follow-up-on", day));
        if (content.issuance().isPresent()) {
            values.put("independent-review", written.of(FreeText.REVIEWED_BY));
            values.put("certification", written.of(FreeText.CERTIFIED_BY));
            values.put("targeting", written.of(FreeText.TARGETING));
        }
        values.put("left-out", written.of(FreeText.LEFT_OUT));
        content.takeDown().ifPresent(wanted -> takingDown(order, wanted, identifiers, issuer, values));
        order.follows().ifPresent(earlier -> {
            values.put("previous-orders", FormValue.plain(earlier.toString()));
            values.put("previous-preservation", FormValue.plain(earlier.toString()));
        });
        if (!order.state().isBeforeSending()) {
            values.put("approved-by", FormValue.plain(issuer));
            values.put("approved-at", FormValue.utc(at));
        }
        return values;
    }

    /** What laws on the taking down of content ask an order or a notice to say. */
    private static void takingDown(
            Request order, TakeDown wanted, FormValue locations, String issuer, Map<String, FormValue> values) {
        var written = new Written(order);
        values.put("reasons", written.of(FreeText.RELATION));
        values.put("content-locations", locations);
        values.put(
                "evidence-preserved",
                order.follows()
                        .<FormValue>map(earlier -> FormValue.plain(earlier.toString()))
                        .orElseGet(() -> written.of(FreeText.UNPRESERVED)));
        values.put(
                "territorial-scope",
                FormValue.several(
                        wanted.territories().stream().map(FormValue.State::new).toList()));
        order.route().stream()
                .flatMap(route -> route.deadlines().stream())
                .filter(deadline -> deadline.what().startsWith("removal or disabling"))
                .flatMap(deadline -> deadline.hours().stream())
                .findFirst()
                .ifPresent(hours -> values.put("removal-deadline", FormValue.plain(hours.toString())));
        values.put("redress", written.of(FreeText.REDRESS));
        values.put("flagged-by", FormValue.plain(wanted.flaggedBy()));
        values.put("effect-to", FormValue.plain(issuer));
        values.put("signatory", FormValue.plain(issuer));
        values.put("order-language", FormValue.plain(LANGUAGE));
        values.put(
                "user-notice", FormValue.yes(!order.content().confidentiality().wanted()));
    }
}
