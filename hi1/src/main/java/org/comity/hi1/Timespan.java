package org.comity.hi1;

import java.util.Optional;

/** From when to when; either end may be open. */
public record Timespan(Optional<QualifiedDateTime> start, Optional<QualifiedDateTime> end) {

    public Timespan {
        check(start, end);
    }

    public static Timespan of(QualifiedDateTime start, QualifiedDateTime end) {
        return new Timespan(Optional.of(start), Optional.of(end));
    }

    static void check(Optional<QualifiedDateTime> start, Optional<QualifiedDateTime> end) {
        if (start.isPresent()
                && end.isPresent()
                && end.get().toInstant().isBefore(start.get().toInstant())) {
            throw new IllegalArgumentException(
                    "a time span ends before it starts: %s to %s".formatted(start.get(), end.get()));
        }
    }
}
