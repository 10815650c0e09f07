package org.comity.node.legislation.web;

import java.util.List;
import java.util.stream.Stream;
import org.comity.node.legislation.change.RowDifference;
import org.comity.node.legislation.change.RowDifference.Sort;

/** Some facts of a change before and after; a file may bring thousands. */
record DifferencePage(
        List<Fact> facts, int page, int pages, int total, long added, long changed, long removed, long unchanged) {

    private static final int SIZE = 25;

    /** One fact. */
    record Fact(String name, String sort, List<Line> lines) {}

    /** One column of it. */
    record Line(String label, String before, String after, boolean changed, boolean address) {}

    static DifferencePage of(List<RowDifference> rows, int asked, ChangeWords words) {
        int pages = Math.max(1, (rows.size() + SIZE - 1) / SIZE);
        int page = Math.clamp(asked, 1, pages);
        return new DifferencePage(
                rows.stream()
                        .skip((long) (page - 1) * SIZE)
                        .limit(SIZE)
                        .map(row -> fact(row, words))
                        .toList(),
                page,
                pages,
                rows.size(),
                count(rows, Sort.ADDED),
                count(rows, Sort.CHANGED),
                count(rows, Sort.REMOVED),
                count(rows, Sort.UNCHANGED));
    }

    private static long count(List<RowDifference> rows, Sort sort) {
        return rows.stream().filter(row -> row.sort() == sort).count();
    }

    static Fact fact(RowDifference row, ChangeWords words) {
        return new Fact(
                name(row, words),
                row.sort().name(),
                row.fields().stream()
                        .map(field -> new Line(
                                words.label(row.kind(), field.column()),
                                words.cell(field.column(), field.before()),
                                words.cell(field.column(), field.after()),
                                field.changed(),
                                field.after().startsWith("http")))
                        .toList());
    }

    /** The cells by which people tell one fact from another. */
    private static String name(RowDifference row, ChangeWords words) {
        return Stream.of("state", "instrument", "maps_to", "function", "act", "article", "institution", "title")
                .map(column -> words.cell(column, row.cell(column)))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
