package org.comity.hi1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** What the two qualified date-times of TS 103 280 have in common. */
final class Moments {

    static final Pattern SECONDS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
    static final Pattern MICROSECONDS = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}(Z|[+-][0-9]{2}:[0-9]{2})");

    /** XML Schema part 2 §3.2.7.3: a zone is at most fourteen hours from UTC. */
    private static final int FURTHEST_ZONE = 14 * 3600;

    private Moments() {}

    static OffsetDateTime parse(String text, Pattern form, String example) {
        Text.matching("date and time", form, "like " + example + ", with its zone", text);
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such date and time: " + text, e);
        }
    }

    static void check(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("the year must lie between 1 and 9999, but is " + date.getYear());
        }
    }

    static void check(OffsetDateTime value) {
        check(value.toLocalDate());
        int zone = value.getOffset().getTotalSeconds();
        if (zone % 60 != 0 || Math.abs(zone) > FURTHEST_ZONE) {
            throw new IllegalArgumentException("no such time zone: " + value.getOffset());
        }
    }
}
