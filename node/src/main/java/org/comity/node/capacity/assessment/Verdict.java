package org.comity.node.capacity.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a criterion is met. Who has gone beyond what it describes has met it too. */
public enum Verdict {
    MET,
    NOT_MET,
    UNKNOWN;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Verdict> of(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }
}
