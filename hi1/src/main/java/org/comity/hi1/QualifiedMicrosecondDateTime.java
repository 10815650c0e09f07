package org.comity.hi1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A moment to the microsecond with its zone (TS 103 280 QualifiedMicrosecondDateTime). */
public record QualifiedMicrosecondDateTime(OffsetDateTime value) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");

    public QualifiedMicrosecondDateTime {
        Moments.check(value);
        if (value.getNano() % 1000 != 0) {
            throw new IllegalArgumentException("a timestamp has whole microseconds, but this one is " + value);
        }
    }

    /** The moment in UTC; what is finer than a microsecond is cut off. */
    public static QualifiedMicrosecondDateTime of(Instant instant) {
        return new QualifiedMicrosecondDateTime(
                instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    public static QualifiedMicrosecondDateTime parse(String text) {
        return new QualifiedMicrosecondDateTime(
                Moments.parse(text, Moments.MICROSECONDS, "2026-03-01T14:05:00.000000Z"));
    }

    public Instant toInstant() {
        return value.toInstant();
    }

    @Override
    public String toString() {
        return FORM.format(value);
    }
}
