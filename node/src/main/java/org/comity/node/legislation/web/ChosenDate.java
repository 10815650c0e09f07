package org.comity.node.legislation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The day for which a page tells the law: the one asked for, or today.
 *
 * @param day the day that the page shows
 * @param today whether no other day was asked for
 * @param rejected what was typed, where it is not a day that can be shown; empty otherwise
 */
record ChosenDate(LocalDate day, boolean today, String rejected) {

    /** The oldest instrument of the data set was opened in 1959. */
    static final LocalDate EARLIEST = LocalDate.of(1959, 1, 1);

    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    static ChosenDate of(@Nullable String typed, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        if (typed == null || typed.isBlank()) {
            return new ChosenDate(today, true, "");
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                    ? new ChosenDate(today, true, typed)
                    : new ChosenDate(day, day.equals(today), "");
        } catch (DateTimeParseException e) {
            return new ChosenDate(today, true, typed);
        }
    }

    public boolean isRejected() {
        return !rejected.isEmpty();
    }
}
