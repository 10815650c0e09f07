package org.comity.node.cooperation.form;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.Form;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Reading;
import org.comity.node.documents.RenderedForm;
import org.comity.node.documents.Rendering;
import org.comity.node.evidence.SealingPapers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The treaty forms of requests: as they went out, or as they came in. */
@Component
public class Forms {

    private final Rendering rendering;
    private final SealingPapers sealing;
    private final OwnNode own;
    private final Clock clock;
    private final JdbcClient jdbc;

    Forms(Rendering rendering, SealingPapers sealing, OwnNode own, Clock clock, JdbcClient jdbc) {
        this.rendering = rendering;
        this.sealing = sealing;
        this.own = own;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The form of a request that is about to go out, or as it would go out now. */
    public RenderedForm of(Request request) {
        return rendering.html(filled(request, clock.instant()), reading(request));
    }

    /** The original, and beside it the first language of ours into which something is translated. */
    private static Reading reading(Request request) {
        var translated = request.translations().current(request.content()).stream()
                .map(Translation::language)
                .toList();
        return Reading.sideBySide(
                FormLanguage.ENGLISH, FormLanguage.preferred(translated).orElse(FormLanguage.ENGLISH));
    }

    /**
     * To keep or to carry by hand, with its fonts inside. One of ours that was approved bears the node's seal.
     *
     * @param approved when it was, or came in; empty while it isn't
     */
    public byte[] pdf(Request request, Optional<Instant> approved, Reading reading) {
        byte[] pdf = rendering.pdf(filled(request, approved.orElseGet(clock::instant)), reading);
        return approved.isPresent() && request.side() == Side.REQUESTING ? sealing.sealed(pdf) : pdf;
    }

    public byte[] docx(Request request, Optional<Instant> approved, Reading reading) {
        return rendering.docx(filled(request, approved.orElseGet(clock::instant)), reading);
    }

    private Form filled(Request request, Instant at) {
        var form = FilledForm.of(request, own, at.truncatedTo(ChronoUnit.SECONDS));
        return own.exercise() ? form.inExercise() : form;
    }

    public String preview(Request request) {
        return RenderedForm.harmless(of(request).html());
    }

    public void keep(RequestId request, RenderedForm sent) {
        keep(request, sent.language(), RenderedForm.harmless(sent.html()));
    }

    /** The original stays with the step that brought it; what is shown is made harmless first. */
    public void keepForeign(RequestId request, String language, String html) {
        keep(request, language, RenderedForm.harmless(html));
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
    public Optional<String> html(RequestId request) {
        return jdbc.sql("select html from cooperation.form where request = :request order by language limit 1")
                .param("request", request.value())
                .query(String.class)
                .optional();
    }
}
