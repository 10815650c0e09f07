package org.comity.node.legislation.lab;

import java.util.List;

/**
 * A part of an address that names nothing the data set has.
 *
 * @param about what was meant to be named; {@code law.refused.<about>} is its sentence
 * @param asked what was written
 * @param why what the law library says of it; empty where the sentence says it all
 * @param valid what could stand there instead; empty where a sentence says it
 */
public record Refusal(String about, String asked, String why, List<String> valid) {

    public Refusal {
        valid = List.copyOf(valid);
    }
}
