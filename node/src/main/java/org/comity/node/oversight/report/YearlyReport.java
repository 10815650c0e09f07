package org.comity.node.oversight.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.node.oversight.Spreadsheet;
import org.comity.node.oversight.count.Overview;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Statistics.Told;
import org.comity.node.oversight.count.ToldTable;
import org.jspecify.annotations.Nullable;

/**
 * What a year's report tells.
 *
 * @param smallest a smaller number is withheld
 * @param law version of the law data that the node reasoned with when it was made
 * @param parts one for each universe in which there was something
 */
public record YearlyReport(
        int year, String organisation, String state, boolean exercise, int smallest, String law, List<Told> parts) {

    private static final String HOURS = "hours-";
    private static final String PERCENT = "percent-of-";

    public YearlyReport {
        parts = List.copyOf(parts);
    }

    /** One number with where it belongs. @param number empty where it is withheld */
    public record Figure(String requests, String table, String row, String column, Optional<Long> number) {

        private List<String> place() {
            return List.of(requests, table, row, column);
        }

        private boolean differsLittle(@Nullable Figure other, int smallest) {
            if (other == null || number.isEmpty() || other.number.isEmpty()) {
                return false;
            }
            var by = Math.abs(number.get() - other.number.get());
            return by > 0 && by < smallest;
        }
    }

    /** Numbers in one sheet. */
    public String csv() {
        var sheet = new Spreadsheet("year", "exercise", "requests", "table", "row", "column", "number");
        figures()
                .forEach(it -> sheet.row(
                        year,
                        exercise ? "yes" : "no",
                        it.requests(),
                        it.table(),
                        it.row(),
                        it.column(),
                        it.number().map(String::valueOf).orElse("withheld")));
        return sheet.text();
    }

    public List<Figure> figures() {
        return parts.stream().flatMap(YearlyReport::figures).toList();
    }

    /** Numbers of requests that are told in both and differ by so little that the difference itself would be withheld. */
    public List<Figure> hardlyChanged(YearlyReport before) {
        var earlier = before.figures().stream().collect(Collectors.toMap(Figure::place, it -> it, (one, _) -> one));
        return figures().stream()
                .filter(it -> !it.table().startsWith(HOURS) && !it.table().startsWith(PERCENT))
                .filter(it -> it.differsLittle(earlier.get(it.place()), smallest))
                .toList();
    }

    private static Stream<Figure> figures(Told part) {
        var universe = part.universe().token();
        return Stream.of(
                        overview(universe, Overview.of(part)),
                        part.tables().stream()
                                .flatMap(it -> figures(universe, it.dimension().token(), it.table())),
                        figures(universe, "refusal-grounds", part.grounds()),
                        figures(universe, "losses", part.losses()),
                        figures(universe, "emergencies", part.emergencies()),
                        part.safeguards().stream()
                                .map(it -> new Figure(universe, "safeguards", it.token(), "with", it.with())),
                        part.times().stream()
                                .flatMap(it -> Stream.of(
                                        hours(universe, HOURS + "median", it, it.likely()),
                                        hours(universe, HOURS + "one-in-five-later", it, it.late()))))
                .flatMap(it -> it);
    }

    private static Stream<Figure> overview(String universe, Overview of) {
        var table = PERCENT + of.dimension().token();
        return of.rows().stream()
                .flatMap(row -> Stream.of(
                        new Figure(universe, table, row.label(), "share", Optional.of(row.share())),
                        new Figure(universe, table, row.label(), "answered", row.answered()),
                        new Figure(universe, table, row.label(), "refused", row.refused())));
    }

    private static Figure hours(String universe, String table, Statistics.Time time, Optional<Duration> taken) {
        return new Figure(universe, table, time.kindToken(), time.step(), taken.map(Duration::toHours));
    }

    private static Stream<Figure> figures(String universe, String name, ToldTable table) {
        return table.rows().stream()
                .flatMap(row -> IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Figure(
                                universe,
                                name,
                                row.label(),
                                table.columns().get(column),
                                row.cells().get(column).number())));
    }
}
