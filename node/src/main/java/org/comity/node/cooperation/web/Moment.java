package org.comity.node.cooperation.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.context.i18n.LocaleContextHolder;

/** A moment on a page: for machines, and for people in UTC with its date. */
record Moment(String iso, String text) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'");

    static Moment of(Instant instant) {
        return written(instant, MINUTES);
    }

    static Moment toTheSecond(Instant instant) {
        return written(instant, SECONDS);
    }

    private static Moment written(Instant instant, DateTimeFormatter format) {
        return new Moment(
                instant.truncatedTo(ChronoUnit.SECONDS).toString(),
                format.withLocale(LocaleContextHolder.getLocale()).format(instant.atOffset(ZoneOffset.UTC)));
    }

    /** As large as it is short: days and hours, hours and minutes, or minutes; the page's script counts on in the same form. */
    static String left(Duration left) {
        if (left.toDays() > 0) {
            return "%d d %d h".formatted(left.toDays(), left.toHoursPart());
        }
        if (left.toHours() > 0) {
            return "%d h %d m".formatted(left.toHours(), left.toMinutesPart());
        }
        return "%d m".formatted(Math.max(left.toMinutes(), 0));
    }
}
