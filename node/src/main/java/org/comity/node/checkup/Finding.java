package org.comity.node.checkup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.frame.Said;

/**
 * What came of a check.
 *
 * @param toDo for whoever runs the node; empty when all is well
 */
public record Finding(Verdict verdict, Said said, Optional<Said> toDo) {

    /** Whoever renews a certificate needs some weeks: every counterpart compares the new one by telephone. */
    private static final Duration SOON = Duration.ofDays(30);

    public enum Verdict {
        WELL,
        /** It works, but not for long. */
        SOON,
        /** The operator did not set it up, so there is nothing to try. */
        UNSET,
        FAILED;

        /** For programs. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In a word or two. */
        public Said said() {
            return Said.of("checkup.verdict." + token());
        }
    }

    public static Finding well(Said said) {
        return new Finding(Verdict.WELL, said, Optional.empty());
    }

    public static Finding unset(Said said, Said toDo) {
        return new Finding(Verdict.UNSET, said, Optional.of(toDo));
    }

    public static Finding failed(Said said, Said toDo) {
        return new Finding(Verdict.FAILED, said, Optional.of(toDo));
    }

    /** For what holds until an instant. */
    public static Finding until(Instant end, Instant now, Said what, Said renewing) {
        var day = end.truncatedTo(ChronoUnit.SECONDS).toString();
        if (!end.isAfter(now)) {
            return failed(Said.of("checkup.ended", what, day), renewing);
        }
        return end.isBefore(now.plus(SOON))
                ? new Finding(Verdict.SOON, Said.of("checkup.ends-soon", what, day), Optional.of(renewing))
                : well(Said.of("checkup.holds-until", what, day));
    }
}
