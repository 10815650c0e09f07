package org.comity.hi1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A moment to the second with its zone (TS 103 280 QualifiedDateTime). */
public record QualifiedDateTime(OffsetDateTime value) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    public QualifiedDateTime {
        Moments.check(value);
        if (value.getNano() != 0) {
            throw new IllegalArgumentException("a date-time has whole seconds, but this one is " + value);
        }
    }

    /** The moment in UTC; a fraction of a second is cut off. */
    public static QualifiedDateTime of(Instant instant) {
        return new QualifiedDateTime(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    public static QualifiedDateTime parse(String text) {
        return new QualifiedDateTime(Moments.parse(text, Moments.SECONDS, "2026-03-01T14:05:00Z"));
    }

    public Instant toInstant() {
        return value.toInstant();
    }

    @Override
    public String toString() {
        return FORM.format(value);
    }
}
