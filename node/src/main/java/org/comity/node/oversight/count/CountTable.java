package org.comity.node.oversight.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Numbers in rows and columns, exact; {@link SmallCells} says what of it may be told. */
public record CountTable(List<String> rows, List<String> columns, List<List<Long>> cells) {

    /** What several rows or columns are gathered under. */
    public static final String OTHERS = "others";

    public CountTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** One number of it. */
    public record Count(String row, String column, long number) {}

    /** Rows and columns by the alphabet, columns of the order first. */
    public static CountTable of(List<Count> counts, List<String> order) {
        var byRow = new TreeMap<String, Map<String, Long>>();
        counts.forEach(
                it -> byRow.computeIfAbsent(it.row(), _ -> new TreeMap<>()).merge(it.column(), it.number(), Long::sum));
        var columns = new ArrayList<>(order.stream()
                .filter(column -> byRow.values().stream().anyMatch(row -> row.containsKey(column)))
                .toList());
        byRow.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        return new CountTable(
                List.copyOf(byRow.keySet()),
                columns,
                byRow.values().stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, 0L))
                                .toList())
                        .toList());
    }

    public boolean isEmpty() {
        return total() == 0;
    }

    public long at(int row, int column) {
        return cells.get(row).get(column);
    }

    public long ofRow(int row) {
        return cells.get(row).stream().mapToLong(Long::longValue).sum();
    }

    public long ofColumn(int column) {
        return cells.stream().mapToLong(row -> row.get(column)).sum();
    }

    public long total() {
        return IntStream.range(0, rows.size()).mapToLong(this::ofRow).sum();
    }

    CountTable turned() {
        return new CountTable(
                columns,
                rows,
                IntStream.range(0, columns.size())
                        .mapToObj(column ->
                                cells.stream().map(row -> row.get(column)).toList())
                        .toList());
    }
}
