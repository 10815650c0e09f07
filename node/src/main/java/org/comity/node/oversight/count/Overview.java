package org.comity.node.oversight.count;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.node.oversight.count.Statistics.ByOutcome;
import org.comity.node.oversight.count.Statistics.Told;

/**
 * What is read first of the requests of a year, in the manner of two reports that others make: for each provider how many requests,
 * what share of all and how many of them brought data, as the SIRIUS reports on electronic evidence in the Union count; for each
 * article the same, as the Convention Committee (T-CY) assesses how Parties use it. It is computed from what is told alone, so it
 * tells nothing that small numbers would keep.
 *
 * @param dimension what the rows are
 * @param rows the most frequent first
 * @param emergencies of a hundred; empty where that is withheld
 * @param mostWanted the data that most requests want
 * @param mostNamed the ground that most refusals name
 */
public record Overview(
        Dimension dimension,
        List<Row> rows,
        Optional<Long> emergencies,
        Optional<String> mostWanted,
        Optional<String> mostNamed) {

    public Overview {
        rows = List.copyOf(rows);
    }

    /**
     * Of a hundred requests, rounded.
     *
     * @param share of all
     * @param answered that brought at least some of the data; empty where it is withheld
     * @param refused empty where it is withheld
     */
    public record Row(String label, long number, long share, Optional<Long> answered, Optional<Long> refused) {}

    public static Overview of(Told told) {
        var dimension = told.universe().toProvider() ? Dimension.COUNTERPART : Dimension.PROVISION;
        var table = table(told, dimension);
        var all = table.total().orElse(0L);
        return new Overview(
                dimension,
                table.rows().stream()
                        .sorted(Comparator.comparingLong(ToldTable.Row::total).reversed())
                        .map(row -> row(table.columns(), row, all))
                        .toList(),
                emergencies(table(told, Dimension.EMERGENCY), all),
                most(table(told, Dimension.CATEGORIES)),
                most(told.grounds()));
    }

    /** None where no row stands for them and none for others. */
    private static Optional<Long> emergencies(ToldTable table, long all) {
        return row(table, "yes")
                .map(row -> percent(row.total(), all))
                .or(() ->
                        row(table, CountTable.OTHERS).isEmpty() && table.total().isPresent()
                                ? Optional.of(0L)
                                : Optional.empty());
    }

    private static Optional<ToldTable.Row> row(ToldTable table, String label) {
        return table.rows().stream().filter(it -> it.label().equals(label)).findFirst();
    }

    private static ToldTable table(Told told, Dimension dimension) {
        return told.tables().stream()
                .filter(it -> it.dimension() == dimension)
                .map(ByOutcome::table)
                .findFirst()
                .orElseThrow();
    }

    private static Row row(List<String> columns, ToldTable.Row row, long all) {
        return new Row(
                row.label(),
                row.total(),
                percent(row.total(), all),
                cell(columns, row, "in-full")
                        .flatMap(full -> cell(columns, row, "in-part").map(part -> percent(full + part, row.total()))),
                cell(columns, row, "refused").map(refused -> percent(refused, row.total())));
    }

    /** Zero where nothing at all had this outcome. */
    private static Optional<Long> cell(List<String> columns, ToldTable.Row row, String column) {
        int place = columns.indexOf(column);
        return place < 0
                // small outcomes may stand together with others
                ? Optional.of(0L).filter(_ -> !columns.contains(CountTable.OTHERS))
                : row.cells().get(place).number();
    }

    private static long percent(long number, long of) {
        return of == 0 ? 0 : Math.round(100.0 * number / of);
    }

    private static Optional<String> most(ToldTable table) {
        return table.rows().stream()
                .filter(row -> !row.label().equals(CountTable.OTHERS))
                .max(Comparator.comparingLong(ToldTable.Row::total))
                .map(ToldTable.Row::label);
    }
}
