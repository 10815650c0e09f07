package org.comity.node.legislation.lab;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.law.Measure;
import org.comity.node.legislation.lab.OpenPairs.Step;

/**
 * The history as lines of an SVG picture.
 *
 * @param lines the shown one last, so that it lies above the others
 * @param years where the years stand
 * @param levels where the numbers stand
 * @param marks the months that opened most, numbered in the order of time
 */
public record HistoryChart(
        int width, int height, List<Line> lines, List<Tick> years, List<Tick> levels, List<Mark> marks) {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 480;
    /** For the numbers on the side. */
    private static final int LEFT = 80;
    /** For the years below. */
    private static final int BELOW = 40;

    private static final int ABOVE = 20;
    private static final int YEARS_BETWEEN = 5;

    /** As many as a reader looks up. */
    private static final int MARKS = 8;

    /** Two marks that are nearer to each other can't be told apart. */
    private static final int APART = 44;

    public HistoryChart {
        lines = List.copyOf(lines);
        years = List.copyOf(years);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /** @param points as SVG wants them */
    public record Line(Measure measure, String points, int now, boolean shown) {}

    /** A line of the grid and its word. */
    public record Tick(double at, int number) {}

    /** A month on the line that is shown. */
    public record Mark(int number, Step step, double x, double y) {}

    /** The number under which a month is marked in the picture; 0 if it is not. */
    public int marked(YearMonth month) {
        return marks.stream()
                .filter(mark -> mark.step().month().equals(month))
                .mapToInt(Mark::number)
                .findFirst()
                .orElse(0);
    }

    /** @param steps the months in which the number of the measure changed */
    public static HistoryChart of(OpenPairs history, Measure shown, List<Step> steps) {
        int most = history.points().stream()
                .flatMap(point -> point.open().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int step = step(most);
        int top = Math.max(step, (most + step - 1) / step * step);
        List<Line> lines = new ArrayList<>(history.measures().stream()
                .filter(measure -> measure != shown)
                .map(measure -> line(history, measure, top, false))
                .toList());
        lines.add(line(history, shown, top, true));
        return new HistoryChart(
                WIDTH,
                HEIGHT,
                lines,
                IntStream.range(0, history.points().size())
                        .filter(i -> history.points().get(i).month().getMonthValue() == 1
                                && history.points().get(i).month().getYear() % YEARS_BETWEEN == 0)
                        .mapToObj(i -> new Tick(
                                x(i, history), history.points().get(i).month().getYear()))
                        .toList(),
                IntStream.rangeClosed(0, top / step)
                        .map(i -> i * step)
                        .mapToObj(number -> new Tick(y(number, top), number))
                        .toList(),
                marks(history, steps, top));
    }

    /** The months that opened most, save where one would cover a greater one. */
    private static List<Mark> marks(OpenPairs history, List<Step> steps, int top) {
        List<Mark> marks = new ArrayList<>();
        steps.stream()
                .filter(step -> step.more() > 0)
                .sorted(Comparator.comparingInt(Step::more).reversed())
                .map(step -> new Mark(0, step, x(history.indexOf(step.month()), history), y(step.open(), top)))
                .filter(mark -> marks.stream().noneMatch(other -> Math.abs(other.x() - mark.x()) < APART))
                .limit(MARKS)
                .forEach(marks::add);
        marks.sort(Comparator.comparingDouble(Mark::x));
        return IntStream.range(0, marks.size())
                .mapToObj(i -> new Mark(
                        i + 1,
                        marks.get(i).step(),
                        marks.get(i).x(),
                        marks.get(i).y()))
                .toList();
    }

    private static Line line(OpenPairs history, Measure measure, int top, boolean shown) {
        String points = IntStream.range(0, history.points().size())
                .mapToObj(i -> round(x(i, history)) + ","
                        + round(y(history.points().get(i).of(measure), top)))
                .collect(Collectors.joining(" "));
        return new Line(measure, points, history.last().of(measure), shown);
    }

    /** 1, 2 or 5 with noughts, so that no more than eight lines stand in the grid. */
    private static int step(int most) {
        int step = 1;
        for (int i = 0; most / step > 8; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static double x(int month, OpenPairs history) {
        return LEFT + (double) month / Math.max(1, history.points().size() - 1) * (WIDTH - LEFT - 10);
    }

    private static double y(int open, int top) {
        return ABOVE + (1 - (double) open / top) * (HEIGHT - ABOVE - BELOW);
    }

    private static long round(double place) {
        return Math.round(place);
    }
}
