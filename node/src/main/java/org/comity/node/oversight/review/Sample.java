package org.comity.node.oversight.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A drawing that was made.
 *
 * @param of a universe, as {@code sent-to-states}
 * @param each how many of each kind at most
 * @param population how many it was drawn from
 * @param checked how many of the drawn cases have a verdict on every point
 */
public record Sample(
        int number,
        String name,
        String of,
        LocalDate from,
        LocalDate until,
        int each,
        String seed,
        int population,
        String populationSha256,
        String drawnBy,
        Instant drawnAt,
        int size,
        int checked) {}
