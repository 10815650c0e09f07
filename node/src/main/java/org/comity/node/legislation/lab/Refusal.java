package org.comity.node.legislation.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Saying;

/**
 * A part of an address that names nothing the data set has.
 *
 * @param about what was meant to be named; {@code law.refused.<about>} is its sentence
 * @param asked what was written
 * @param saying what the law library says of it; empty where the sentence says it all
 * @param valid what could stand there instead; empty where a sentence says it
 */
public record Refusal(String about, String asked, Optional<Saying> saying, List<String> valid) {

    public Refusal {
        valid = List.copyOf(valid);
    }

    /** What the law library says of it, for this reader. */
    public String why(Locale locale) {
        return saying.map(said -> said.in(locale)).orElse("");
    }
}
