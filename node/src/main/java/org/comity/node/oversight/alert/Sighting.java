package org.comity.node.oversight.alert;

import java.util.List;

/**
 * A pattern that a rule saw.
 *
 * @param subject whom or what it is about, such as a counterpart
 * @param weight how much there is of it
 * @param threshold from when on the rule tells
 * @param figures what it rests on, as they are read after the rule's sentence
 */
public record Sighting(String rule, String subject, long weight, String threshold, List<String> figures) {

    public Sighting {
        figures = List.copyOf(figures);
    }
}
