package org.comity.law;

import java.util.Locale;

/** A State as the data set names it: the two letters of ISO 3166-1 (and XK, EU). */
public record StateCode(String value) implements Comparable<StateCode> {

    public StateCode {
        if (value.length() != 2 || !isLetter(value.charAt(0)) || !isLetter(value.charAt(1))) {
            throw new IllegalArgumentException(
                    "“" + value + "” is not a State code; write two capital letters, such as PT");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Reads a code in either case: {@code pt} is Portugal. */
    public static StateCode of(String text) {
        return new StateCode(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(StateCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
