package org.comity.node.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

/**
 * When an entry about an authority was last known to be right.
 *
 * @param stale whether that is so long ago that nobody should rely on it without asking
 */
public record Confirmation(LocalDate on, boolean stale) {

    /** Ministries reorganise about as often as governments change; after two years an entry is asked for again. */
    public static final Period TRUSTED_FOR = Period.ofYears(2);

    public static Confirmation of(LocalDate confirmed, Clock clock) {
        return new Confirmation(
                confirmed, confirmed.isBefore(LocalDate.now(clock).minus(TRUSTED_FOR)));
    }
}
