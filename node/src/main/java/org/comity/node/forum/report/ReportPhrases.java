package org.comity.node.forum.report;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The frame of a report in the six languages, and the sentences of its original: {@code messages/forum-report}. */
public final class ReportPhrases {

    private static final ResourceBundleMessageSource WORDS = words();

    private ReportPhrases() {}

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/forum-report");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** @param key without {@code forum.report.} */
    public static String text(String language, String key, Object... about) {
        var texts = java.util.Arrays.stream(about).map(String::valueOf).toArray();
        return WORDS.getMessage("forum.report." + key, texts.length == 0 ? null : texts, Locale.of(language));
    }

    /** The words of a block in a language: its own, or the frame's where they are still the frame's. */
    public static String of(Block block, String original, String language) {
        return !block.key().isEmpty() && block.text().equals(text(original, block.key()))
                ? text(language, block.key())
                : block.text();
    }
}
