package org.comity.node.forum.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that this node drew from its own records, as it stood then.
 *
 * @param what token of a gauge, or State and instrument, such as {@code GH:ets185}
 * @param unit in which it is counted
 * @param cases that were counted; for gaps the provisions that were looked at
 * @param from first day of what was counted; for gaps the day on which the law was read
 * @param edition of the law base; empty for what was measured
 */
public record DrawnFigure(
        Kind kind,
        String what,
        double value,
        String unit,
        int cases,
        LocalDate from,
        LocalDate until,
        String edition,
        String by,
        Instant at) {

    public enum Kind {
        /** From the requests of this node. */
        MEASURED,
        /** From the law base: what a State's law lacks under an instrument. */
        GAPS;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it can be looked up. */
    public String source() {
        return switch (kind) {
            case MEASURED -> "/oversight/statistics";
            case GAPS -> "/law/states/" + what.substring(0, 2);
        };
    }

    /** Code of the State whose gaps were counted. */
    public Optional<String> state() {
        return kind == Kind.GAPS ? Optional.of(what.substring(0, 2)) : Optional.empty();
    }

    /** Id of the instrument. */
    public Optional<String> instrument() {
        return kind == Kind.GAPS ? Optional.of(what.substring(3)) : Optional.empty();
    }

    /** Whether another says the same number of the same thing and days. */
    public boolean isAbout(DrawnFigure other) {
        return kind == other.kind && what.equals(other.what) && from.equals(other.from) && until.equals(other.until);
    }

    /** As a line for a table: {@code preservation = 31.5 hours, 12 counted, 2026-01-01/2026-06-30}. */
    public String inALine() {
        return "%s = %s %s, %d counted, %s/%s, drawn %s".formatted(what, plain(), unit, cases, from, until, at);
    }

    /** With at most two decimals, a point before them. */
    public String plain() {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
