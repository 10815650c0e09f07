package org.comity.node.cooperation.place;

import java.util.Arrays;
import java.util.Locale;

/** How sure it is that a State has the data. */
public enum Likelihood {
    /** It was looked for there and is not there, or never was. */
    RULED_OUT(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    /** The State, or the provider, has said that it is there. */
    CONFIRMED(4);

    private final int degree;

    Likelihood(int degree) {
        this.degree = degree;
    }

    /** From 0 for what is ruled out to {@link #highest()}. */
    public int degree() {
        return degree;
    }

    public static int highest() {
        return CONFIRMED.degree;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a word that is none of them */
    public static Likelihood of(String token) {
        return Arrays.stream(values())
                .filter(likelihood -> likelihood.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + token + "\" is not a likelihood."));
    }
}
