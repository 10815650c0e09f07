package org.comity.node.cooperation.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text in another language, and how it came about.
 *
 * @param language ISO 639-1
 * @param by who answers for it: a person's function, or an organisation
 * @param reviewed a person who knows both languages read it beside the original
 */
public record Rendition(String language, String words, Making made, String by, boolean reviewed, LocalDate on) {

    /** How a translation was made. */
    public enum Making {
        /** By a translator whose translations courts accept. */
        SWORN,
        /** By somebody of the authority. */
        STAFF,
        MACHINE;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Making> ofToken(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }
}
