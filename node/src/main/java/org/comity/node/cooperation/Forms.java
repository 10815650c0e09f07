package org.comity.node.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.PreservationForm;
import org.comity.node.documents.RenderedForm;
import org.comity.node.documents.RequestForm;
import org.comity.node.frame.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The treaty forms of requests: as they went out, or as they came in. */
@Component
class Forms {

    private final RequestForm form;
    private final OwnNode own;
    private final Clock clock;
    private final JdbcClient jdbc;

    Forms(RequestForm form, OwnNode own, Clock clock, JdbcClient jdbc) {
        this.form = form;
        this.own = own;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The form of a request that is about to go out, or as it would go out now. */
    RenderedForm of(Request request) {
        var content = request.content();
        var data = content.data();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return form.render(new PreservationForm(
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                request.reference(),
                request.route().map(PlannedRoute::provision).orElse("-"),
                request.counterpart().map(Object::toString).orElse("-"),
                own.organisation() + " (" + own.party() + ")",
                content.offence().provisions(),
                content.offence().description(),
                content.offence().penalty(),
                content.facts(),
                data.categories().stream().sorted().map(DataCategory::token).toList(),
                data.identifiers().stream().map(Forms::words).toList(),
                data.range().from(),
                data.range().until(),
                data.relation(),
                data.provider(),
                data.location(),
                data.expectedDeletion(),
                content.safeguards().legality(),
                content.safeguards().necessity(),
                content.safeguards().proportionality(),
                content.urgency().level().token(),
                content.urgency().reason(),
                content.partialDisclosure(),
                content.followUp().intended(),
                content.followUp().plannedOn(),
                content.followUp().authority(),
                content.confidentiality().wanted(),
                content.confidentiality().reason(),
                content.confidentiality().until(),
                own.organisation(),
                now,
                content.missingReason()));
    }

    private static Said words(Identifier identifier) {
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

    String preview(Request request) {
        return RequestForm.harmless(of(request).html());
    }

    void keep(RequestId request, RenderedForm sent) {
        keep(request, sent.language(), RequestForm.harmless(sent.html()));
    }

    /** The original stays with the step that brought it; what is shown is made harmless first. */
    void keepForeign(RequestId request, String language, String html) {
        keep(request, language, RequestForm.harmless(html));
    }

    private void keep(RequestId request, String language, String html) {
        jdbc.sql("""
                        insert into cooperation.form (request, language, html) values (:request, :language, :html)
                        on conflict (request, language) do update set html = excluded.html
                        """)
                .param("request", request.value())
                .param("language", language)
                .param("html", html)
                .update();
    }

    /** The form that was sent or came in, safe to show. */
    Optional<String> html(RequestId request) {
        return jdbc.sql("select html from cooperation.form where request = :request order by language limit 1")
                .param("request", request.value())
                .query(String.class)
                .optional();
    }
}
