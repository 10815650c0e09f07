package org.comity.node.oversight.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted together. No request is in two of them, so that no table of one can be held against a table of another.
 *
 * @see Statistics
 */
public enum Universe {
    SENT_TO_STATES("REQUESTING", false),
    RECEIVED_FROM_STATES("REQUESTED", false),
    SENT_TO_PROVIDERS("REQUESTING", true),
    RECEIVED_AS_PROVIDER("REQUESTED", true);

    private final String side;
    private final boolean toProvider;

    Universe(String side, boolean toProvider) {
        this.side = side;
        this.toProvider = toProvider;
    }

    public String side() {
        return side;
    }

    public boolean toProvider() {
        return toProvider;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Universe> of(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }
}
