package org.comity.node.legislation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.comity.law.CoveredDays;
import org.jspecify.annotations.Nullable;

/**
 * The day for which a page tells the law: the one asked for, or today.
 *
 * @param day the day that the page shows
 * @param today whether no other day was asked for
 * @param rejected what was typed, where it is not a day that can be shown; empty otherwise
 */
record ChosenDate(LocalDate day, boolean today, String rejected) {

    static ChosenDate of(@Nullable String typed, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        if (typed == null || typed.isBlank()) {
            return new ChosenDate(today, true, "");
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return CoveredDays.hold(day)
                    ? new ChosenDate(day, day.equals(today), "")
                    : new ChosenDate(today, true, typed);
        } catch (DateTimeParseException e) {
            return new ChosenDate(today, true, typed);
        }
    }

    public boolean isRejected() {
        return !rejected.isEmpty();
    }
}
