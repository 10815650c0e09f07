package org.comity.node.cooperation.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.comity.node.cooperation.HoldingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.TranslatingRequest;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The texts of a request in other languages, one a text and language. */
@RestController
@RequestMapping("/api/v1/requests/{id}/translations")
class TranslationsForPrograms {

    private final ReadingRequests reading;
    private final HoldingRequest holding;
    private final TranslatingRequest translating;
    private final CurrentPerson current;

    TranslationsForPrograms(
            ReadingRequests reading, HoldingRequest holding, TranslatingRequest translating, CurrentPerson current) {
        this.reading = reading;
        this.holding = holding;
        this.translating = translating;
        this.current = current;
    }

    /**
     * @param open translations can be attached now, by the caller
     * @param needed the language into which the texts must be translated; absent where the original is read
     */
    record TranslationsJson(
            String original,
            boolean open,
            List<String> readers,
            Optional<String> needed,
            int missing,
            List<TextJson> texts) {
        static TranslationsJson of(RequestView view) {
            var request = view.request();
            return new TranslationsJson(
                    Translations.ORIGINAL,
                    view.translates(),
                    view.readers(),
                    Translations.needed(view.readers()),
                    view.translationNeeded()
                            .map(it -> it.texts() - it.current())
                            .orElse(0),
                    FreeText.saidIn(request.content()).stream()
                            .map(text -> new TextJson(
                                    text.token(),
                                    text.in(request.content()),
                                    request.translations().of(text).stream()
                                            .map(it -> TranslationJson.of(it, request.content()))
                                            .toList()))
                            .toList());
        }
    }

    record TextJson(@OneOf(FreeText.class) String text, String said, List<TranslationJson> translations) {}

    /** @param by who answers for it; @param attachedBy absent where it came with the request */
    record TranslationJson(
            @OneOf(FreeText.class) String text,
            String language,
            String words,
            @OneOf(Rendition.Making.class) String made,
            String by,
            boolean reviewed,
            LocalDate on,
            @OneOf(Translation.Standing.class) String standing,
            Optional<String> attachedBy) {
        static TranslationJson of(Translation it, RequestContent content) {
            var rendition = it.rendition();
            return new TranslationJson(
                    it.text().token(),
                    it.language(),
                    rendition.words(),
                    rendition.made().token(),
                    rendition.by(),
                    rendition.reviewed(),
                    rendition.on(),
                    it.standing(content).name().toLowerCase(Locale.ROOT),
                    it.attachedBy().map(by -> by.name()));
        }
    }

    record Attached(
            String words, @OneOf(Rendition.Making.class) String made, String by, boolean reviewed, LocalDate on) {}

    @Described(
            "The texts of a request that people write freely, with their translations, and what is still to be translated")
    @GetMapping
    ResponseEntity<TranslationsJson> translations(@PathVariable RequestId id) {
        var view = reading.view(current.require(), id);
        return tagged(view).body(TranslationsJson.of(view));
    }

    @Described("The translation of a text into a language (ISO 639-1)")
    @GetMapping("/{text}/{language}")
    ResponseEntity<TranslationJson> translation(
            @PathVariable RequestId id,
            @PathVariable @OneOf(FreeText.class) String text,
            @PathVariable String language) {
        var view = reading.view(current.require(), id);
        var found = view.request().translations().find(named(text), language).orElseThrow(NotFound::translation);
        return tagged(view).body(TranslationJson.of(found, view.request().content()));
    }

    @Described("Attaches the translation of a text, in place of one that was there; until the request leaves")
    @PutMapping("/{text}/{language}")
    ResponseEntity<TranslationsJson> attachTranslation(
            @PathVariable RequestId id,
            @PathVariable @OneOf(FreeText.class) String text,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Attached said) {
        var rendition = new Rendition(
                language,
                Objects.requireNonNullElse(said.words(), ""),
                Tokens.read(Rendition.Making.class, "made", Objects.requireNonNullElse(said.made(), "")),
                Objects.requireNonNullElse(said.by(), ""),
                said.reviewed(),
                Objects.requireNonNullElse(said.on(), LocalDate.MAX));
        return changed(id, ifMatch, () -> translating.attach(current.require(), id, named(text), rendition));
    }

    @Described("Takes a translation off")
    @DeleteMapping("/{text}/{language}")
    ResponseEntity<TranslationsJson> removeTranslation(
            @PathVariable RequestId id,
            @PathVariable @OneOf(FreeText.class) String text,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(id, ifMatch, () -> translating.remove(current.require(), id, named(text), language));
    }

    @Described("Puts a translation back that was taken off")
    @PostMapping("/{text}/{language}/put-back")
    ResponseEntity<TranslationsJson> putTranslationBack(
            @PathVariable RequestId id,
            @PathVariable @OneOf(FreeText.class) String text,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(id, ifMatch, () -> translating.putBack(current.require(), id, named(text), language));
    }

    private ResponseEntity<TranslationsJson> changed(RequestId id, @Nullable String ifMatch, Runnable change) {
        holding.whileHeld(current.require(), id, request -> {
            Requested.tag(request).mustMatch(ifMatch);
            change.run();
        });
        return translations(id);
    }

    private static ResponseEntity.BodyBuilder tagged(RequestView view) {
        return ResponseEntity.ok().eTag(Requested.tag(view.request()).value());
    }

    private static FreeText named(String text) {
        return FreeText.ofToken(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
