package org.comity.node.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DraftPart;
import org.comity.node.cooperation.request.DraftSaved;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attaches texts in other languages. On the requesting side until the request leaves: what leaves is what the second person
 * saw, so each change makes a new version, and who attached a translation does not approve it. On the requested side at any
 * time, for its own use.
 */
@Service
@Transactional
public class TranslatingRequest {

    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.stream(Locale.getISOLanguages())
            .filter(it -> it.length() == 2)
            .toList());

    /** Of one text that travels (ETSI TS 103 280). */
    private static final int LONGEST = 65_000;

    private final Visibility visibility;
    private final Requests requests;
    private final DraftSavings savings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TranslatingRequest(
            Visibility visibility,
            Requests requests,
            DraftSavings savings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visibility = visibility;
        this.requests = requests;
        this.savings = savings;
        this.events = events;
        this.clock = clock;
    }

    /** Attaches it in place of one that was there. @throws ActRefused when it lacks something, or it is too late for one */
    public void attach(Person person, RequestId id, FreeText text, Rendition rendition) {
        var request = open(person, id);
        var original = text.in(request.content());
        if (original.isBlank()) {
            throw new ActRefused.Malformed("text", Said.of("cooperation.refused.translation-text"));
        }
        check(rendition);
        var before = request.translations().find(text, rendition.language()).filter(it -> !it.removed());
        before.ifPresent(TranslatingRequest::requireOurs);
        save(
                person,
                request,
                before.isPresent() ? "replaced" : "attached",
                new Translation(
                        text,
                        original,
                        rendition,
                        Optional.of(new Request.Signatory(person.id(), person.name())),
                        false));
    }

    /** Takes it off; {@link #putBack} undoes that. */
    public void remove(Person person, RequestId id, FreeText text, String language) {
        var request = open(person, id);
        var translation = found(request, text, language, false);
        requireOurs(translation);
        save(person, request, "removed", translation.withRemoved(true));
    }

    public void putBack(Person person, RequestId id, FreeText text, String language) {
        var request = open(person, id);
        var translation = found(request, text, language, true);
        save(
                person,
                request,
                "put-back",
                translation.with(it ->
                        it.removed(false).attachedBy(Optional.of(new Request.Signatory(person.id(), person.name())))));
    }

    private static Translation found(Request request, FreeText text, String language, boolean removed) {
        return request.translations()
                .find(text, language)
                .filter(it -> it.removed() == removed)
                .orElseThrow(NotFound::translation);
    }

    private void save(Person person, Request request, String what, Translation translation) {
        var saved = requests.save(request.translated(translation));
        if (request.side() == Side.REQUESTING) {
            savings.add(
                    saved.id(),
                    saved.version(),
                    new DraftSaved(person.name(), clock.instant(), List.of(DraftPart.TRANSLATIONS)));
        }
        events.publishEvent(TranslationStep.of(what, saved, translation, person));
    }

    private Request open(Person person, RequestId id) {
        var request = visibility.held(person, id);
        if (!WhoMay.translate(person, request)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.desk"));
        }
        if (!isOpen(request)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.translation-late", request.reference()));
        }
        return request;
    }

    /** What has left is what was approved, and stays as it left. */
    static boolean isOpen(Request request) {
        return request.side() == Side.REQUESTED
                ? request.state() != RequestState.CLOSED
                : request.state() == RequestState.DRAFT || request.state() == RequestState.AWAITING_APPROVAL;
    }

    private static void requireOurs(Translation translation) {
        if (translation.attachedBy().isEmpty()) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.translation-theirs"));
        }
    }

    private void check(Rendition it) {
        if (!LANGUAGES.contains(it.language()) || it.language().equals(Translations.ORIGINAL)) {
            throw new ActRefused.Malformed("language", Said.of("cooperation.refused.translation-language"));
        }
        if (it.words().isBlank()) {
            throw new ActRefused.Malformed("words", Said.of("cooperation.refused.translation-words"));
        }
        if (it.words().length() > LONGEST) {
            throw new ActRefused.Malformed("words", Said.of("cooperation.refused.translation-long", LONGEST));
        }
        if (it.by().isBlank()) {
            throw new ActRefused.Malformed("by", Said.of("cooperation.refused.translation-by"));
        }
        if (it.on().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
            throw new ActRefused.Malformed("on", Said.of("cooperation.refused.translation-on"));
        }
    }
}
