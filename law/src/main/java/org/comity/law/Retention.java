package org.comity.law;

import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * How long a kind of holder keeps a category of data, and on what ground. It says what may still be there, never that keeping
 * it is right.
 *
 * @param state whose law it is; empty for practice, which knows no border
 * @param holder who keeps it, such as {@code access} or {@code mail-and-cloud}; {@code any} for all of them
 * @param least a {@link java.time.Period} or {@link java.time.Duration} before which it is not deleted; empty where not known
 * @param most after which it is deleted; empty where not known
 * @param note what the two figures leave out; empty if nothing
 */
public record Retention(
        Optional<StateCode> state,
        String holder,
        DataCategory category,
        Ground ground,
        Optional<TemporalAmount> least,
        Optional<TemporalAmount> most,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String source,
        LocalDate asOf,
        Basis basis,
        String note) {

    /** {@link #holder} of a row that holds for every kind of holder. */
    public static final String ANY_HOLDER = "any";

    /** Why it is kept so long. */
    public enum Ground implements Coded {
        /** National law orders or limits it. */
        LAW,
        /** Providers do so of their own accord, and may change it. */
        PRACTICE
    }

    /** Whether it counted on this day. */
    public boolean inForceOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty()
                && validTo.filter(end -> !day.isBefore(end)).isEmpty();
    }

    boolean isOf(String who, DataCategory what) {
        return category == what && (holder.equals(who) || holder.equals(ANY_HOLDER));
    }

    /** What is closest to the holder: its own kind before all kinds, the law of its State before practice. */
    int distance() {
        return (ground == Ground.LAW ? 0 : 2) + (holder.equals(ANY_HOLDER) ? 1 : 0);
    }
}
