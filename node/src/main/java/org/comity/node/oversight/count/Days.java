package org.comity.node.oversight.count;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

/** The days that are counted, in UTC, the last one included. */
public record Days(LocalDate from, LocalDate until) {

    public Days {
        if (until.isBefore(from)) {
            throw new DateTimeException("The days end before they begin.");
        }
    }

    public static Days of(Year year) {
        return new Days(year.atDay(1), year.atDay(year.length()));
    }

    /** This year so far, where nothing or nothing readable was asked. */
    public static Days asked(String from, String until, LocalDate today) {
        try {
            return new Days(
                    from.isBlank() ? today.withDayOfYear(1) : LocalDate.parse(from),
                    until.isBlank() ? today : LocalDate.parse(until));
        } catch (DateTimeException unreadable) {
            return new Days(today.withDayOfYear(1), today);
        }
    }

    /**
     * The year that may be told of them: they are one, whole and over. Counts of days that overlap can be taken from each other,
     * and of a year and three of its quarters the fourth is left, however small; whole years share no day.
     */
    public Optional<Year> told(LocalDate today) {
        var year = Year.from(from);
        return equals(of(year)) && until.isBefore(today) ? Optional.of(year) : Optional.empty();
    }

    public OffsetDateTime start() {
        return from.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The first moment that is not counted. */
    public OffsetDateTime end() {
        return until.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
