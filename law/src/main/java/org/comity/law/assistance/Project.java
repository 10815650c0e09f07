package org.comity.law.assistance;

import java.util.List;

/**
 * A project of assistance.
 *
 * @param start year, month or day; empty where not known
 * @param end the same; empty where it goes on or is not known
 * @param states codes of two letters, some of them of territories; empty where only regions are known
 */
public record Project(
        String id,
        String name,
        String implementer,
        String funders,
        String start,
        String end,
        String budget,
        String currency,
        List<String> regions,
        List<String> states,
        List<String> themes,
        String objective,
        Provenance provenance) {

    public Project {
        regions = List.copyOf(regions);
        states = List.copyOf(states);
        themes = List.copyOf(themes);
    }
}
