package org.comity.node.cooperation.place;

import java.util.Arrays;
import java.util.Locale;

/** How much is known of the place of the data. */
public enum Standing {
    /** In one State. */
    KNOWN,
    /** In one or several of these States, and it is not known in which. */
    CANDIDATES,
    UNKNOWN,
    /** In no place in particular: its parts lie, or move, between several. */
    DISTRIBUTED;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none of them */
    public static Standing of(String token) {
        return Arrays.stream(values())
                .filter(standing -> standing.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + token + "\" is not known, candidates," + " unknown or distributed."));
    }
}
