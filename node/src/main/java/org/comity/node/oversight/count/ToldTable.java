package org.comity.node.oversight.count;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What is told of a table.
 *
 * @param total of all; empty where even that is too small
 * @param none whether nothing was there to count
 */
public record ToldTable(List<String> columns, List<Row> rows, List<Long> totals, Optional<Long> total, boolean none) {

    public ToldTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** @param cells a number that is withheld is null, as it is in JSON */
    public record Row(String label, List<Cell> cells, long total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param number empty where it is withheld */
    public record Cell(Optional<Long> number) {

        /** As it is printed. */
        public String told() {
            return number.map(String::valueOf).orElse("…");
        }

        OptionalLong exact() {
            return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
    }

    static ToldTable nothing(boolean none) {
        return new ToldTable(List.of(), List.of(), List.of(), Optional.empty(), none);
    }

    static ToldTable of(CountTable table, boolean[][] hidden) {
        return new ToldTable(
                table.columns(),
                IntStream.range(0, table.rows().size())
                        .mapToObj(row -> new Row(
                                table.rows().get(row),
                                IntStream.range(0, table.columns().size())
                                        .mapToObj(column -> new Cell(
                                                hidden[row][column]
                                                        ? Optional.empty()
                                                        : Optional.of(table.at(row, column))))
                                        .toList(),
                                table.ofRow(row)))
                        .toList(),
                IntStream.range(0, table.columns().size())
                        .mapToObj(table::ofColumn)
                        .toList(),
                Optional.of(table.total()),
                false);
    }

    /** Everything, for those who may know. */
    public static ToldTable exact(CountTable table) {
        return table.isEmpty()
                ? nothing(true)
                : of(table, new boolean[table.rows().size()][table.columns().size()]);
    }

    public boolean withholds() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.number().isEmpty());
    }
}
