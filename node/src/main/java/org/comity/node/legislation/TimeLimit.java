package org.comity.node.legislation;

import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Optional;
import org.comity.law.Deadline;

/**
 * A deadline with its length as a number and a unit.
 *
 * @param amount empty where the text gives no number
 */
public record TimeLimit(Deadline deadline, Optional<Amount> amount) {

    static TimeLimit of(Deadline deadline) {
        return new TimeLimit(deadline, deadline.length().flatMap(length -> Amount.of(length, deadline.unit())));
    }

    /** A length in the unit in which the text gives it. */
    public record Amount(long number, Unit unit) {

        private static final List<TemporalUnit> UNITS =
                List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.SECONDS);

        private static final long MINUTE = 60;
        private static final long HOUR = 60 * MINUTE;

        static Optional<Amount> of(TemporalAmount length, Deadline.Unit counted) {
            return UNITS.stream()
                    .filter(unit -> length.getUnits().contains(unit) && length.get(unit) != 0)
                    .findFirst()
                    .map(unit -> of(length.get(unit), unit, counted));
        }

        private static Amount of(long number, TemporalUnit unit, Deadline.Unit counted) {
            if (unit == ChronoUnit.YEARS) {
                return new Amount(number, Unit.YEARS);
            }
            if (unit == ChronoUnit.MONTHS) {
                return new Amount(number, Unit.MONTHS);
            }
            if (unit == ChronoUnit.DAYS) {
                return new Amount(
                        number,
                        switch (counted) {
                            case CALENDAR -> Unit.DAYS;
                            case WORKING_DAYS -> Unit.WORKING_DAYS;
                        });
            }
            return number % HOUR == 0
                    ? new Amount(number / HOUR, Unit.HOURS)
                    : new Amount(number / MINUTE, Unit.MINUTES);
        }
    }

    /** What the number counts. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS
    }
}
