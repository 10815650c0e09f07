package org.comity.law;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.law.NationalLaw.NationalProvision;

/**
 * The laws of some States side by side, over the offences and powers of an instrument.
 *
 * @param rows in the order of the instrument
 */
public record Comparison(Instrument instrument, LocalDate on, List<State> states, List<Row> rows) {

    /** In what two laws differ. What one of them does not tell is no difference. */
    public enum Difference implements Coded {
        COVERAGE,
        ELEMENTS,
        PENALTY
    }

    public Comparison {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /**
     * @param laws one for each State, in the order asked
     * @param elements the elements of the offence on which the laws differ, such as {@code requires_security_breach}
     */
    public record Row(
            Provision provision, List<ProvisionInLaw> laws, Set<Difference> differences, Set<String> elements) {

        public Row {
            laws = List.copyOf(laws);
        }
    }

    /** @throws IllegalArgumentException if a State or the instrument is not in the data set */
    public static Comparison of(LawBase base, List<StateCode> codes, String instrumentId, LocalDate on) {
        Instrument instrument = base.instrument(instrumentId)
                .orElseThrow(() -> new IllegalArgumentException("there is no instrument “" + instrumentId + "”"));
        List<State> states = codes.stream()
                .map(code -> base.state(code)
                        .orElseThrow(() -> new IllegalArgumentException("there is no State “" + code + "”")))
                .toList();
        return new Comparison(
                instrument,
                on,
                states,
                instrument.provisions().stream()
                        .filter(p -> p.mustBeInNationalLaw() && !p.kind().equals("jurisdiction"))
                        .map(p -> row(
                                p,
                                codes.stream()
                                        .map(code -> ProvisionInLaw.of(base, code, p.id(), on))
                                        .toList()))
                        .toList());
    }

    private static Row row(Provision provision, List<ProvisionInLaw> laws) {
        Set<String> elements = differingElements(laws);
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        if (differ(laws.stream().map(ProvisionInLaw::coverage).filter(c -> c != Coverage.UNKNOWN))) {
            differences.add(Difference.COVERAGE);
        }
        if (!elements.isEmpty()) {
            differences.add(Difference.ELEMENTS);
        }
        if (differ(known(laws, NationalProvision::penaltyMaxMonths))) {
            differences.add(Difference.PENALTY);
        }
        return new Row(provision, laws, differences, elements);
    }

    private static Set<String> differingElements(List<ProvisionInLaw> laws) {
        Set<String> all = new TreeSet<>();
        known(laws, p -> Optional.of(p.elements())).map(Map::keySet).forEach(all::addAll);
        all.removeIf(element ->
                !differ(known(laws, p -> Optional.ofNullable(p.elements().get(element)))));
        return all;
    }

    private static <T> Stream<T> known(List<ProvisionInLaw> laws, Function<NationalProvision, Optional<T>> fact) {
        return laws.stream()
                .flatMap(law -> law.best().stream())
                .map(Citation::provision)
                .flatMap(p -> fact.apply(p).stream())
                .filter(Objects::nonNull);
    }

    private static <T> boolean differ(Stream<T> facts) {
        return facts.distinct().count() > 1;
    }

    /** The rows in which at least one difference is marked. */
    public List<Row> differing() {
        return rows.stream().filter(row -> !row.differences().isEmpty()).toList();
    }
}
