package org.comity.node.legislation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The years of the slider under a map. A year is shown as it stood on its last day; the running one as it stands today.
 *
 * @param first the year in which the oldest treaty on cybercrime alone was opened
 * @param shown the year of the day that the page shows, within the slider's ends
 */
record MapYears(int first, int last, int shown) {

    private static final int FIRST = 2001;

    static MapYears around(LocalDate day, Clock clock) {
        int last = LocalDate.now(clock).getYear();
        return new MapYears(FIRST, last, Math.clamp(day.getYear(), FIRST, last));
    }

    /** The day meant by a year of the slider; empty where the slider does not reach it. */
    static Optional<ChosenDate> day(String year, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return year.matches("\\d{4}")
                ? Optional.of(Integer.parseInt(year))
                        .filter(number -> number >= FIRST && number <= today.getYear())
                        .map(number -> number == today.getYear()
                                ? new ChosenDate(today, true, "")
                                : new ChosenDate(LocalDate.of(number, Month.DECEMBER, 31), false, ""))
                : Optional.empty();
    }

    public Optional<Integer> previous() {
        return Optional.of(shown - 1).filter(year -> year >= first);
    }

    public Optional<Integer> next() {
        return Optional.of(shown + 1).filter(year -> year <= last);
    }
}
