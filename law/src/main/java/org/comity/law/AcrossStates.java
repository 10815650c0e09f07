package org.comity.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the law of every State covers one provision on a day: who has it, and in which words a drafter can look it up.
 *
 * @param subject id of the provision, or one of the data set's own such as {@code x:grooming}
 * @param provision the provision; empty for a subject of the data set's own
 * @param states one row for each State of which the data set holds the law, by code
 */
public record AcrossStates(String subject, Optional<Provision> provision, LocalDate on, List<ProvisionInLaw> states) {

    public AcrossStates {
        states = List.copyOf(states);
    }

    /** @param subject id of a provision, or one of {@link LawBase#offences()} */
    public static AcrossStates of(LawBase base, String subject, LocalDate on) {
        return new AcrossStates(
                subject,
                base.provision(subject),
                on,
                base.states().stream()
                        .filter(state -> base.nationalLaw(state.code()).isPresent())
                        .map(state -> ProvisionInLaw.of(base, state.code(), subject, on))
                        .toList());
    }

    /** What a drafter would read as an example: full coverage before partial, read in the text before recalled. */
    public List<Citation> examples() {
        return states.stream()
                .flatMap(row -> row.citations().stream())
                .filter(c -> c.provision().covers())
                .sorted(Citation.BEST_FIRST)
                .toList();
    }

    public Map<Coverage, Integer> counts() {
        return counts(states);
    }

    /** The counts of each UN electoral group; States of none stand under an empty name. */
    public Map<String, Map<Coverage, Integer>> countsByRegion(LawBase base) {
        Map<String, Map<Coverage, Integer>> regions = new TreeMap<>();
        TableReader.by(
                        (ProvisionInLaw row) ->
                                base.state(row.state()).map(State::group).orElse(""),
                        states)
                .forEach((region, rows) -> regions.put(region, counts(rows)));
        return regions;
    }

    private static Map<Coverage, Integer> counts(List<ProvisionInLaw> rows) {
        Map<Coverage, Integer> counts = new EnumMap<>(Coverage.class);
        for (Coverage coverage : Coverage.values()) {
            counts.put(coverage, 0);
        }
        rows.forEach(row -> counts.merge(row.coverage(), 1, Integer::sum));
        return counts;
    }
}
