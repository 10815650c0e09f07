package org.comity.node.evidence.court;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.comity.node.documents.FormLanguage;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of a package for a court in one of the six languages: {@code messages/evidence-court}. */
final class Phrases {

    private static final ResourceBundleMessageSource WORDS = words();

    private final FormLanguage language;

    Phrases(FormLanguage language) {
        this.language = language;
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/evidence-court");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    FormLanguage language() {
        return language;
    }

    /** @param key without {@code evidence.court.} */
    String text(String key, Object... about) {
        var texts = Arrays.stream(about).map(String::valueOf).toArray();
        return WORDS.getMessage("evidence.court." + key, texts.length == 0 ? null : texts, language.locale());
    }

    /** To the second: in a court the order of two steps may matter. */
    String moment(Instant at) {
        Locale dates = language == FormLanguage.ENGLISH ? Locale.UK : language.locale();
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", dates)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
