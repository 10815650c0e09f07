package org.comity.node.cooperation.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why it is an emergency, in the parts that its definitions ask for.
 *
 * @param atRisk who
 * @param imminence why the harm is imminent
 * @param effect how the data averts it
 */
public record EmergencyClaim(Risk risk, String atRisk, String harm, String imminence, String effect) {

    /** To what there is a risk. */
    public enum Risk {
        LIFE_OR_SAFETY,
        /** The loss of it would endanger the life or safety of persons. */
        CRITICAL_INFRASTRUCTURE;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for a word that is none of them */
        public static Risk of(String token) {
            return Arrays.stream(values())
                    .filter(risk -> risk.token().equals(token))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + token + "\" is not a risk."));
        }
    }

    public boolean isWhole() {
        return Stream.of(atRisk, harm, imminence, effect).noneMatch(String::isBlank);
    }
}
