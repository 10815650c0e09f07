package org.comity.node.measured;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was counted between two days, in UTC, the last one included. Where there was nothing to count, there is no figure.
 *
 * @param refusals by ground, the most frequent first
 */
public record Measured(LocalDate from, LocalDate until, Map<Gauge, Figure> figures, List<Refusals> refusals) {

    public Measured {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        refusals = List.copyOf(refusals);
    }

    /** @param value in the gauge's unit; a median where it is a time @param cases that were counted */
    public record Figure(double value, int cases) {}

    /** @param ground provision of the closed list, or the reason's own token; empty where none was named */
    public record Refusals(String ground, int count) {}

    public Optional<Figure> of(Gauge gauge) {
        return Optional.ofNullable(figures.get(gauge));
    }
}
