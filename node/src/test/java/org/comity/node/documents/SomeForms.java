package org.comity.node.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.comity.node.frame.Said;

/** Forms filled in for tests. */
public final class SomeForms {

    static final String REFERENCE = "PT-2026-0017-1";

    private SomeForms() {}

    /** A filled form as a counterpart without a node gets it. */
    public static byte[] pdf() {
        return new Rendering().pdf(preservation(), Reading.in(FormLanguage.ENGLISH));
    }

    static Form preservation() {
        return Form.blank(FormKind.PRESERVATION, "en")
                .with("date", new FormValue.Day(LocalDate.of(2026, 11, 22)))
                .with("reference", FormValue.plain(REFERENCE))
                .with("provision", FormValue.provision("ets185:29"))
                .with("status", FormValue.phrase("status.new"))
                .with(
                        "requested-authority",
                        FormValue.several(List.of(FormValue.plain("BR-desk"), new FormValue.State("BR"))))
                .with(
                        "requesting-authority",
                        FormValue.several(
                                List.of(FormValue.plain("24/7 contact point, Lisbon"), new FormValue.State("PT"))))
                .with("office-hours", FormValue.plain("00:00-24:00 UTC"))
                .with("reply-by", FormValue.plain("desk@contact.example"))
                .with("offence", FormValue.free("Illegal access to the mail system of a hospital"))
                .with(
                        "offence-provisions",
                        FormValue.several(List.of(FormValue.provision("ets185:2"), FormValue.provision("ets185:4"))))
                .with("penalty", FormValue.free("Up to five years of imprisonment"))
                .with("facts", facts())
                .with(
                        "data-categories",
                        FormValue.several(
                                List.of(FormValue.phrase("category.subscriber"), FormValue.phrase("category.traffic"))))
                .with(
                        "identifiers",
                        FormValue.several(List.of(
                                FormValue.phrase("identifier.account", "shadow.market"),
                                FormValue.phrase("identifier.phone", "5511940000000"),
                                FormValue.phrase("identifier.url", "https://shop.example/a?b=1&c=2"),
                                FormValue.phrase(
                                        "identifier.ip-port", "2001:db8::7", "51413", "2026-11-20T09:30:00-03:00"))))
                .with("from", FormValue.utc(Instant.parse("2026-11-11T00:00:00Z")))
                .with("until", new FormValue.Moment(Instant.parse("2026-11-20T12:30:00Z"), ZoneOffset.ofHours(-3)))
                .with("relation", FormValue.free("The account sold the access.", "en"))
                .with("custodian", FormValue.plain("Example Hosting Ltda, São Paulo"))
                .with("location", FormValue.phrase("unknown"))
                .with("legal-basis", FormValue.free("Lei n.º 109/2009, artigo 22.º", "pt"))
                .with("necessity", FormValue.free("Access logs are overwritten after ten days.", "en"))
                .with("urgency", FormValue.phrase("urgency.urgent"))
                .with("partial-disclosure", FormValue.yes(true))
                .with("follow-up", FormValue.yes(true))
                .with("follow-up-on", new FormValue.Day(LocalDate.of(2026, 12, 15)))
                .with("confidentiality", FormValue.yes(true))
                .with("confidentiality-reason", FormValue.leftOut("Under seal of the court"))
                .with("approved-by", FormValue.plain("Public prosecution service, approver on duty"))
                .with("approved-at", FormValue.utc(Instant.parse("2026-11-22T10:14:30Z")));
    }

    private static FormValue facts() {
        return FormValue.free("""
                        Between 11 and 20 November 2026 the account offered access to a hospital's mail system.
                        Two payments were made; the second one to an address seen in an earlier case.""", "en")
                .translated("ar", """
                        بين 11 و20 نوفمبر 2026 عرض صاحب الحساب الدخول إلى نظام البريد في أحد المستشفيات.
                        وسُدِّدت دفعتان، الثانية منهما إلى عنوان ظهر في قضية سابقة.""", "sworn translator")
                .translated("fr", "Entre le 11 et le 20 novembre 2026, le compte a proposé un accès.", "");
    }

    /** Every field of a form, each with something that can be found again. */
    static Form full(FormKind kind) {
        var form = Form.blank(kind, "en");
        for (var field : kind.template().fields().toList()) {
            form = form.with(field.key(), sample(field.key()));
        }
        return form;
    }

    private static FormValue sample(String key) {
        return switch (key) {
            case "reference" -> FormValue.plain(REFERENCE);
            case "date", "issued-on", "received-on" -> new FormValue.Day(LocalDate.of(2026, 11, 22));
            case "from", "until" -> FormValue.utc(Instant.parse("2026-11-11T00:00:00Z"));
            case "data-categories" -> FormValue.phrase("category.content");
            case "production-deadline" -> FormValue.phrase("deadline.ten-days");
            case "protocol-statement" -> FormValue.phrase("statement.protocol");
            case "targets" -> targets();
            default -> FormValue.plain("value of " + key);
        };
    }

    private static FormValue targets() {
        var target = new LinkedHashMap<String, FormValue>();
        target.put("identifiers", new FormValue.Phrase(Said.of("documents.identifier.email", "a@mail.example")));
        target.put("from", FormValue.utc(Instant.parse("2026-11-01T00:00:00Z")));
        target.put("data-categories", FormValue.phrase("category.traffic"));
        return FormValue.several(List.of(new FormValue.Group(target), new FormValue.Group(target)));
    }
}
