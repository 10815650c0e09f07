package org.comity.node.cooperation.place;

import java.util.Arrays;
import java.util.Locale;

/** From what it is known, or thought, that a State has the data. */
public enum Source {
    PROVIDER_STATEMENT,
    /** Registration of the address (RDAP) or of the network that announces it (AS). */
    NETWORK_DATA,
    /** What the provider publishes of its data centres, companies and practice. */
    TRANSPARENCY_DOCUMENT,
    /** Which data the provider keeps, where and for how long. */
    RETENTION_DATA,
    /** A State that was asked has answered. */
    ANSWER,
    /** Something else in the investigation. */
    INVESTIGATION;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a word that is none of them */
    public static Source of(String token) {
        return Arrays.stream(values())
                .filter(source -> source.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + token + "\" is not a source."));
    }
}
