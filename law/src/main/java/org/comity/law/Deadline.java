package org.comity.law;

import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * A time limit of a provision.
 *
 * @param what what must have happened
 * @param length a {@link java.time.Period} or {@link java.time.Duration}; empty where the text gives no number
 * @param unit how days are counted
 * @param from the event that starts the clock
 * @param kind whether the length is the longest, the shortest, or an aim
 * @param extension how it can be prolonged, if the text says so
 * @param provision where it stands, such as {@code ets185:29(7)}
 */
public record Deadline(
        String what,
        Optional<TemporalAmount> length,
        Unit unit,
        String from,
        Kind kind,
        Optional<String> extension,
        String provision) {

    /** How days are counted. */
    public enum Unit implements Coded {
        CALENDAR,
        WORKING_DAYS
    }

    /** What the length means. */
    public enum Kind implements Coded {
        MAX,
        MIN,
        TARGET
    }
}
