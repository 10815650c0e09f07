package org.comity.node.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for: an area of the addresses for programs, and how. Written {@code cases:read}. */
public record Scope(String area, Verb verb) {

    /** How an address is used. */
    public enum Verb {
        /** Looks and changes nothing: GET and HEAD. */
        READ,
        /** Everything else that is no decision. */
        WRITE,
        /** A decision that binds the State, such as an approval; never for a machine. */
        DECIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty for what is no scope. */
    public static Optional<Scope> of(String text) {
        int colon = text.lastIndexOf(':');
        return Arrays.stream(Verb.values())
                .filter(verb -> colon > 0 && verb.word().equals(text.substring(colon + 1)))
                .findFirst()
                .map(verb -> new Scope(text.substring(0, colon), verb));
    }

    @Override
    public String toString() {
        return area + ":" + verb.word();
    }
}
