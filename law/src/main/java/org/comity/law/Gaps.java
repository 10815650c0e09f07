package org.comity.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the law of a State still lacks under an instrument on a day: every provision that the law of a Party must cover, how
 * far its law covers it, what it has reserved, and what it would still need to become a Party.
 *
 * @param provisions in the order of the instrument
 */
public record Gaps(State state, Instrument instrument, LocalDate on, Accession accession, List<Row> provisions) {

    public Gaps {
        provisions = List.copyOf(provisions);
    }

    /**
     * @param mustBeInLaw whether the instrument asks for it in the law of each Party; a row on anything else is there
     *     because the data set knows the law of the State on it
     * @param near what the law has on provisions that ask something similar, where it has nothing on this one
     */
    public record Row(Provision provision, boolean mustBeInLaw, ProvisionInLaw law, List<ProvisionInLaw> near) {

        public Row {
            near = List.copyOf(near);
        }

        static Row of(LawBase base, StateCode state, Provision provision, LocalDate on) {
            ProvisionInLaw law = ProvisionInLaw.of(base, state, provision.id(), on);
            return new Row(
                    provision,
                    provision.mustBeInNationalLaw(),
                    law,
                    provision.near().stream()
                            .filter(_ -> law.citations().isEmpty())
                            .map(id -> ProvisionInLaw.of(base, state, id, on))
                            .filter(similar -> !similar.citations().isEmpty())
                            .toList());
        }

        public Coverage coverage() {
            return law.coverage();
        }
    }

    /** @return empty if there is no such State or instrument */
    public static Optional<Gaps> of(LawBase base, StateCode state, String instrument, LocalDate on) {
        return base.state(state).flatMap(s -> base.instrument(instrument).map(i -> of(base, s, i, on)));
    }

    private static Gaps of(LawBase base, State state, Instrument instrument, LocalDate on) {
        List<Row> rows = instrument.provisions().stream()
                .map(p -> Row.of(base, state.code(), p, on))
                .filter(row -> row.mustBeInLaw() || isKnown(row.law()))
                .toList();
        return new Gaps(state, instrument, on, Accession.of(base, state, instrument, on), rows);
    }

    private static boolean isKnown(ProvisionInLaw law) {
        return law.searched()
                || !law.citations().isEmpty()
                || !law.toCome().isEmpty()
                || !law.declared().isEmpty();
    }

    /** How many of the provisions that must be in the law are covered how far. */
    public Map<Coverage, Integer> counts() {
        Map<Coverage, Integer> counts = new EnumMap<>(Coverage.class);
        for (Coverage coverage : Coverage.values()) {
            counts.put(coverage, 0);
        }
        required().forEach(row -> counts.merge(row.coverage(), 1, Integer::sum));
        return counts;
    }

    /** The provisions that the instrument asks for in the law of each Party. */
    public List<Row> required() {
        return provisions.stream().filter(Row::mustBeInLaw).toList();
    }

    /** What would still have to be enacted: required, and not covered or only partly, so far as is known. */
    public List<Row> toEnact() {
        return required().stream()
                .filter(row -> row.coverage() == Coverage.NONE || row.coverage() == Coverage.PARTIAL)
                .toList();
    }

    /** What must be looked up before anyone can say whether it is there. */
    public List<Row> toLookUp() {
        return required().stream()
                .filter(row -> row.coverage() == Coverage.UNKNOWN)
                .toList();
    }
}
