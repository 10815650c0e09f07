package org.comity.node.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comity.node.documents.Sheet.Run;
import org.comity.node.frame.Said;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of forms in one language: {@code messages/documents}, with the language's suffix. */
final class PhraseTable {

    /** Around what fills a phrase; texts from outside can't hold them, see {@link ShowableText}. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi");

    private static final ResourceBundleMessageSource WORDS = words();

    private final FormLanguage language;

    PhraseTable(FormLanguage language) {
        this.language = language;
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/documents");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** @param key without the room's name */
    static boolean has(String key) {
        return WORDS.getMessage("documents." + key, null, null, Locale.ENGLISH) != null;
    }

    FormLanguage language() {
        return language;
    }

    boolean isReviewed() {
        return text("reviewed").equals("yes");
    }

    /** @param key without the room's name */
    String text(String key, Object... about) {
        return plain(say(new Said("documents." + key, Arrays.asList(about))));
    }

    /** A phrase in parts: its own words, and what fills them. */
    List<Run> parts(String key, Object... about) {
        return runs(new Said("documents." + key, Arrays.asList(about)));
    }

    List<Run> runs(Said said) {
        return split(say(said));
    }

    private String say(Said said) {
        var about = said.about().stream()
                .map(it -> it instanceof Said inner ? say(inner) : BEGIN + ShowableText.of(String.valueOf(it)) + END)
                .toArray();
        var phrase = WORDS.getMessage(said.key(), about.length == 0 ? null : about, language.locale());
        // the sign of a telephone number goes where the number goes, whichever way the line runs
        return phrase.replace("+" + BEGIN, BEGIN + "+");
    }

    private static String plain(String marked) {
        return marked.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
    }

    private static List<Run> split(String marked) {
        return Arrays.stream(marked.split("(?=" + BEGIN + ")|(?<=" + END + ")"))
                .filter(part -> !plain(part).isEmpty())
                .map(part -> new Run(plain(part), part.charAt(0) == BEGIN))
                .toList();
    }

    String nameOfLanguage(String code) {
        return Locale.of(code).getDisplayLanguage(language.locale());
    }

    String nameOfState(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }

    static String direction(String language) {
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }
}
