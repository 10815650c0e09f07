package org.comity.node.capacity.matching;

import java.util.List;
import org.comity.node.frame.Said;

/**
 * A candidate for a need, with every rule's part in its score.
 *
 * @param parts one for each rule, in the rules' order
 * @param overlaps projects that run already; whoever reads the match is told of each
 */
public record Match(Candidate candidate, List<Part> parts, List<Running> overlaps) {

    /** @param said why there are so many points, or none */
    public record Part(Rule rule, int points, Said said) {}

    public Match {
        parts = List.copyOf(parts);
        overlaps = List.copyOf(overlaps);
    }

    public int score() {
        return parts.stream().mapToInt(Part::points).sum();
    }

    public boolean doubles() {
        return !overlaps.isEmpty();
    }
}
