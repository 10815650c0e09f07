package org.comity.node.capacity.matching;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.comity.node.frame.Said;

/**
 * What is known beside the register.
 *
 * @param gaps provisions that the law of the State does not cover, or only partly
 * @param delays what was measured to take longer than it should, by the theme that would shorten it
 */
public record Circumstances(LocalDate today, Set<String> gaps, Map<String, Said> delays) {

    public Circumstances {
        gaps = Set.copyOf(gaps);
        delays = Map.copyOf(delays);
    }
}
