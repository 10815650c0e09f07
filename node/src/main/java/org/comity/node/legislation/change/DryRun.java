package org.comity.node.legislation.change;

import java.util.List;
import org.comity.law.source.Fault;
import org.comity.node.legislation.change.RowDifference.Sort;

/**
 * What a file would do, before anything is done.
 *
 * @param differences of every row that reads, and of every fact that ends with a complete file
 * @param left facts of the same States and tables that the file leaves out and that stay as they are
 * @param rows what a proposal of it would hold: everything that changes something
 */
public record DryRun(
        String name,
        List<Fault> faults,
        List<RowDifference> differences,
        List<RowDifference> left,
        List<ProposedRow> rows) {

    public DryRun {
        faults = List.copyOf(faults);
        differences = List.copyOf(differences);
        left = List.copyOf(left);
        rows = List.copyOf(rows);
    }

    public boolean sound() {
        return faults.isEmpty();
    }

    public long count(Sort sort) {
        return differences.stream().filter(row -> row.sort() == sort).count();
    }
}
