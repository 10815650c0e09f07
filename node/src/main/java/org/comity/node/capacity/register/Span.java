package org.comity.node.capacity.register;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** From a day to a day, each as far as it is known; an end that is not known is open. */
public record Span(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Span OPEN = new Span(Optional.empty(), Optional.empty());

    /** @param from year, month or day; empty if not known */
    public static Span of(String from, String until) {
        return new Span(first(from), last(until));
    }

    public static boolean isTime(String text) {
        return text.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")
                && (text.length() < 10 || last(text).isPresent());
    }

    private static Optional<LocalDate> first(String text) {
        return switch (text.length()) {
            case 4 -> Optional.of(Year.parse(text).atDay(1));
            case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
            case 10 -> day(text);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> last(String text) {
        return switch (text.length()) {
            case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 12, 31));
            case 7 -> Optional.of(YearMonth.parse(text).atEndOfMonth());
            case 10 -> day(text);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a day lies in it; where nothing is known of a beginning or end, it does. */
    public boolean holds(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    public boolean meets(Span other) {
        return !isOver(other) && !other.isOver(this);
    }

    private boolean isOver(Span other) {
        return until.flatMap(end -> other.from.filter(end::isBefore)).isPresent();
    }
}
