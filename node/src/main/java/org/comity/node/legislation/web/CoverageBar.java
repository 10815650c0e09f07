package org.comity.node.legislation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.law.Coverage;

/**
 * How many laws cover something how far, as a bar of parts side by side.
 *
 * @param name what the bar is of, such as a UN group; may be empty
 * @param counts how many, for the table behind the bar
 */
record CoverageBar(String name, Map<Coverage, Integer> counts, List<Part> parts, int total) {

    /** A part of the bar, in units of its length. */
    record Part(String kind, int count, double from, double width) {}

    /** About as many as it has pixels, so that the patterns keep their shape. */
    private static final double LENGTH = 400;

    static CoverageBar of(String name, Map<Coverage, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Part> parts = new ArrayList<>();
        double from = 0;
        for (Coverage coverage : Coverage.values()) {
            int count = counts.getOrDefault(coverage, 0);
            if (count > 0) {
                double width = LENGTH * count / total;
                parts.add(new Part(coverage.code(), count, from, width));
                from += width;
            }
        }
        return new CoverageBar(name, counts, parts, total);
    }
}
