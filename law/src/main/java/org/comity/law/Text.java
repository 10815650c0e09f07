package org.comity.law;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence of the data set: English in the data files, other languages where somebody has translated it.
 *
 * @param translations by language, such as {@code fr}
 */
public record Text(String english, Map<String, String> translations) {

    public Text {
        translations = Map.copyOf(translations);
    }

    /** The sentence in this language; English where nobody has translated it. */
    public String in(Locale locale) {
        return in(locale.getLanguage()).orElse(english);
    }

    Optional<String> in(String language) {
        return Optional.ofNullable(translations.get(language));
    }
}
