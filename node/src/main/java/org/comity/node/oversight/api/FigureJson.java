package org.comity.node.oversight.api;

import java.util.List;
import java.util.Optional;
import org.comity.node.oversight.report.YearlyReport;

/** @param number null where it is withheld */
record FigureJson(String requests, String table, String row, String column, Optional<Long> number) {

    static List<FigureJson> of(YearlyReport report) {
        return report.figures().stream()
                .map(it -> new FigureJson(it.requests(), it.table(), it.row(), it.column(), it.number()))
                .toList();
    }
}
