package org.comity.node.oversight.count;

import static org.comity.node.oversight.count.CountTable.OTHERS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What may be told of a table when small numbers may not. First, rows and columns whose total is small are gathered under
 * "others" until every total may be told; then each small number is withheld with three more that stand on the corners of a
 * rectangle with it. All totals are told, and nothing withheld can be computed back: along the rectangle one can be added
 * and taken away in turn, and every total stays what it is. So tables of the same requests can stand side by side, which have
 * only totals in common.
 */
public final class SmallCells {

    private SmallCells() {}

    /** @param smallest a smaller number that is not zero is not told */
    public static ToldTable withheld(CountTable exact, int smallest) {
        if (exact.total() < smallest) {
            return ToldTable.nothing(exact.total() == 0);
        }
        var table = gathered(gathered(exact, smallest).turned(), smallest).turned();
        var hidden = new boolean[table.rows().size()][table.columns().size()];
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (isSmall(table.at(row, column), smallest) && !hidden[row][column]) {
                    withhold(table, hidden, row, column);
                }
            }
        }
        return ToldTable.of(table, hidden);
    }

    static boolean isSmall(long number, int smallest) {
        return number > 0 && number < smallest;
    }

    /** The smallest rows go together, and with them as many more as their total needs. */
    private static CountTable gathered(CountTable table, int smallest) {
        var bySize = IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(Comparator.comparingLong(table::ofRow))
                .toList();
        var gathered = new ArrayList<Integer>();
        long together = 0;
        for (int row : bySize) {
            if (table.ofRow(row) >= smallest && (gathered.isEmpty() || together >= smallest)) {
                break;
            }
            gathered.add(row);
            together += table.ofRow(row);
        }
        if (gathered.isEmpty()) {
            return table;
        }
        var rows = new LinkedHashMap<String, List<Long>>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (!gathered.contains(row)) {
                rows.put(table.rows().get(row), table.cells().get(row));
            }
        }
        rows.put(
                OTHERS,
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> gathered.stream()
                                .mapToLong(row -> table.at(row, column))
                                .sum())
                        .toList());
        return new CountTable(List.copyOf(rows.keySet()), table.columns(), List.copyOf(rows.values()));
    }

    /**
     * There is such a rectangle: the totals of row and column are not small, so each holds another number that is not zero. Of
     * all rectangles the one that hides least.
     */
    private static void withhold(CountTable table, boolean[][] hidden, int row, int column) {
        int otherRow = -1;
        int otherColumn = -1;
        long least = Long.MAX_VALUE;
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < table.columns().size(); c++) {
                if (r != row && c != column && table.at(row, c) > 0 && table.at(r, column) > 0) {
                    long hides =
                            newly(table, hidden, row, c) + newly(table, hidden, r, column) + newly(table, hidden, r, c);
                    if (hides < least) {
                        least = hides;
                        otherRow = r;
                        otherColumn = c;
                    }
                }
            }
        }
        if (otherRow < 0) {
            throw new IllegalStateException("A total is small that should have been gathered.");
        }
        hidden[row][column] = true;
        hidden[row][otherColumn] = true;
        hidden[otherRow][column] = true;
        hidden[otherRow][otherColumn] = true;
    }

    /** One more than the number, so that of two rectangles that hide the same the one with fewer cells is taken. */
    private static long newly(CountTable table, boolean[][] hidden, int row, int column) {
        return hidden[row][column] ? 0 : table.at(row, column) + 1;
    }
}
