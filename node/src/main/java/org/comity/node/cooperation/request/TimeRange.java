package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.frame.Said;

/** From when to when the data wanted was made; either end may be open. */
public record TimeRange(Optional<Instant> from, Optional<Instant> until) {

    public static final TimeRange OPEN = new TimeRange(Optional.empty(), Optional.empty());

    public TimeRange {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new ActRefused.Malformed("to", Said.of("cooperation.refused.range"));
        }
    }

    /** Proportionality wants both ends. */
    public boolean isBounded() {
        return from.isPresent() && until.isPresent();
    }
}
