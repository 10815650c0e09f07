package org.comity.node.cooperation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.Translation.Standing;
import org.comity.node.cooperation.request.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How far the texts of a request are translated for who reads them.
 *
 * @param language into which they must be translated; null where the original is read, or the reader is not known
 * @param attached how many translations there are, into whichever language
 */
record TranslatingBar(
        String id,
        @Nullable String language,
        boolean readerKnown,
        int texts,
        int current,
        int stale,
        int attached,
        List<Text> wanted) {

    /** @param label message key of the field; @param standing current, stale or missing */
    record Text(String label, String standing) {}

    static TranslatingBar of(RequestView view) {
        var request = view.request();
        var needed = Translations.needed(view.readers());
        var progress = view.translationNeeded();
        return new TranslatingBar(
                request.id().toString(),
                needed.map(TranslatingBar::name).orElse(null),
                !view.readers().isEmpty(),
                FreeText.saidIn(request.content()).size(),
                progress.map(Translations.Progress::current).orElse(0),
                progress.map(Translations.Progress::stale).orElse(0),
                request.translations().current(request.content()).size(),
                needed.map(language -> FreeText.saidIn(request.content()).stream()
                                .map(text -> new Text(text.field(), standing(view, text, language)))
                                .toList())
                        .orElse(List.of()));
    }

    private static String standing(RequestView view, FreeText text, String language) {
        return view.request()
                .translations()
                .find(text, language)
                .map(it -> it.standing(view.request().content()))
                .filter(it -> it != Standing.REMOVED)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .orElse("missing");
    }

    /** Of a language, as the reader calls it. */
    static String name(String language) {
        return Locale.of(language).getDisplayLanguage(LocaleContextHolder.getLocale());
    }

    /** Also where it is not needed. */
    static Optional<String> suggested(RequestView view) {
        return Translations.needed(view.readers())
                .or(() -> view.readers().stream()
                        .filter(it -> !it.equals(Translations.ORIGINAL))
                        .findFirst());
    }
}
