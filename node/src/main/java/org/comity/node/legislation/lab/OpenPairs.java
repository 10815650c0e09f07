package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.matrix.History;
import org.comity.law.matrix.History.Event;
import org.comity.law.matrix.Scope;

/**
 * How many pairs stood open on the first day of each month.
 *
 * @param points in the order of time
 */
public record OpenPairs(List<Point> points) {

    /** The year in which ETS 185, the oldest instrument on cybercrime alone, was opened. */
    public static final YearMonth FIRST = YearMonth.of(2001, 1);

    public OpenPairs {
        points = List.copyOf(points);
    }

    /**
     * A month, and the open pairs of each measure on its first day.
     *
     * @param events what began or ended since the first day of the month before
     */
    public record Point(YearMonth month, Map<Measure, Integer> open, List<Event> events) {

        public Point {
            open = Map.copyOf(open);
            events = List.copyOf(events);
        }

        public int of(Measure measure) {
            return open.getOrDefault(measure, 0);
        }
    }

    /**
     * A month in which the number of a measure became another one.
     *
     * @param events what began or ended in the law that serves the measure
     */
    public record Step(YearMonth month, int open, int more, List<Event> events) {

        public Step {
            events = List.copyOf(events);
        }

        /** What can have opened a pair, each once. */
        public List<Event> opening() {
            return events.stream()
                    .filter(event -> switch (event.kind()) {
                        case IN_FORCE, BOUND, WITHDRAWN, ENACTED, KNOWN -> true;
                        case NO_LONGER_BOUND, DECLARED, REPEALED -> false;
                    })
                    .distinct()
                    .toList();
        }
    }

    /** @param last the last month */
    static OpenPairs until(LawBase law, YearMonth last, Scope scope) {
        return new OpenPairs(History.of(law, scope, FIRST.atDay(1), last.atDay(1)).months().stream()
                .map(OpenPairs::point)
                .toList());
    }

    private static Point point(History.Month month) {
        Map<Measure, Integer> open = new EnumMap<>(Measure.class);
        month.measures().forEach((measure, counts) -> open.put(measure, counts.open()));
        return new Point(YearMonth.from(month.on()), open, month.events());
    }

    /** The place of a month that is shown. */
    int indexOf(YearMonth month) {
        return (int) FIRST.until(month, ChronoUnit.MONTHS);
    }

    public Point last() {
        return points.getLast();
    }

    /** Measures with an open pair in any month, those with most first. */
    public List<Measure> measures() {
        return Stream.of(Measure.values())
                .filter(measure -> points.stream().anyMatch(point -> point.of(measure) > 0))
                .sorted(Comparator.comparingInt((Measure m) -> -last().of(m)))
                .toList();
    }

    /** The months in which the number of the measure changed, the latest first, with what can have changed it. */
    public List<Step> steps(LawBase law, LabQuestion question) {
        return steps(question.measure(), Bearing.on(law, question));
    }

    List<Step> steps(Measure measure, Predicate<Event> bearing) {
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (Point point : points) {
            int open = point.of(measure);
            if (open != before) {
                steps.add(new Step(
                        point.month(),
                        open,
                        open - before,
                        point.events().stream().filter(bearing).toList()));
            }
            before = open;
        }
        return steps.reversed();
    }

    /** The last month shown for a day. */
    static YearMonth last(LocalDate day) {
        return Optional.of(YearMonth.from(day)).filter(m -> !m.isBefore(FIRST)).orElse(FIRST);
    }
}
