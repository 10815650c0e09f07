package org.comity.node.legislation.lab;

import java.util.List;

/**
 * A part of an address that names nothing the data set has.
 *
 * @param about what was meant to be named; {@code law.refused.<about>} is its sentence
 * @param asked what was written
 * @param valid what could stand there instead; empty where a sentence says it
 */
public record Refusal(String about, String asked, List<String> valid) {

    public Refusal {
        valid = List.copyOf(valid);
    }
}
