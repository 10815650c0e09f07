package org.comity.node.checkup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.node.checkup.Finding.Verdict;

/**
 * All that a node found when it tried itself.
 *
 * @param at when it began
 */
public record Report(Instant at, Duration took, List<Line> lines) {

    public Report {
        lines = List.copyOf(lines);
    }

    public record Line(Subject subject, Finding finding) {}

    /** Nothing failed; what is not set up is no failure. */
    public boolean isWell() {
        return lines.stream().noneMatch(line -> line.finding().verdict() == Verdict.FAILED);
    }
}
