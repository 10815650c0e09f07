package org.comity.law.matrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;
import org.comity.law.Basis;
import org.comity.law.DataCategory;
import org.comity.law.Declaration;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Offence;
import org.comity.law.StateCode;
import org.comity.law.Status;

/** Random days, questions, pairs and changes of the law. */
final class SomeLaw {

    static final LawBase LAW = LawBase.load();
    static final List<StateCode> STATES = LAW.states().stream()
            .map(s -> s.code())
            .filter(code -> !code.value().equals("EU"))
            .toList();
    static final List<String> INSTRUMENTS =
            LAW.instruments().stream().map(i -> i.id()).toList();

    private static final List<LawChange.Withdrawn> WITHDRAWALS = STATES.stream()
            .flatMap(state -> LAW.declarationsOf(state).stream())
            .filter(d -> d.validTo().isEmpty())
            .map(d -> new LawChange.Withdrawn(d.instrument(), d.state(), d.article(), LocalDate.parse("2026-11-01")))
            .distinct()
            .toList();
    private static final List<String> EFFECTS = Stream.concat(
                    Stream.of("UNCC_ART42_5_DUAL_CRIMINALITY", "ARAB_ART37_DUAL_CRIMINALITY"),
                    STATES.stream()
                            .flatMap(state -> LAW.declarationsOf(state).stream())
                            .flatMap(d -> d.effects().stream()))
            .distinct()
            .toList();

    private SomeLaw() {}

    static Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.parse("2001-11-01"), LocalDate.parse("2028-12-31"));
    }

    static Arbitrary<Offence> offences() {
        return Arbitraries.of(Stream.concat(LAW.offences().stream(), Stream.of("other", "other:stalking"))
                .map(Offence::of)
                .toList());
    }

    static Arbitrary<Assistance> assistances() {
        return Combinators.combine(Arbitraries.of(LAW.measures()), Arbitraries.of(DataCategory.class), offences())
                .as(Assistance::new);
    }

    static Arbitrary<Pair> pairs() {
        Arbitrary<StateCode> states = Arbitraries.of(STATES);
        return Combinators.combine(states, states)
                .as(Pair::new)
                .filter(pair -> !pair.from().equals(pair.to()));
    }

    /** One change; not every list of them can be applied. */
    static Arbitrary<LawChange> changes() {
        return Arbitraries.oneOf(
                ties().map(LawChange.Tied::new),
                declarations().map(LawChange.Declared::new),
                Arbitraries.of(WITHDRAWALS),
                Combinators.combine(Arbitraries.of(INSTRUMENTS), days())
                        .as((id, on) -> new LawChange.EntersIntoForce(id, on, "test", on, Basis.RECALLED)),
                Combinators.combine(Arbitraries.of(STATES), provisions())
                        .as((state, row) -> new LawChange.Enacted(state, Optional.of(act()), row)));
    }

    private static Arbitrary<Status> ties() {
        return Combinators.combine(
                        Arbitraries.of(INSTRUMENTS),
                        Arbitraries.of(STATES),
                        Arbitraries.of(Status.Method.class),
                        days().optional(),
                        days().optional(),
                        days().optional(0.2),
                        days())
                .as((instrument, state, method, deposit, from, until, asOf) -> new Status(
                        instrument,
                        state,
                        method,
                        Optional.empty(),
                        deposit,
                        from,
                        until.filter(day -> from.filter(day::isBefore).isEmpty()),
                        "test",
                        asOf,
                        Basis.RECALLED,
                        ""));
    }

    private static Arbitrary<Declaration> declarations() {
        return Combinators.combine(
                        Arbitraries.of(INSTRUMENTS),
                        Arbitraries.of(STATES),
                        Arbitraries.of(EFFECTS),
                        days().optional(),
                        days().optional(0.3))
                .as((instrument, state, effect, from, until) -> new Declaration(
                        instrument,
                        state,
                        "1",
                        "reservation",
                        List.of(effect),
                        "A test.",
                        from,
                        until,
                        "test",
                        LocalDate.parse("2026-11-01"),
                        Basis.RECALLED));
    }

    private static Arbitrary<NationalProvision> provisions() {
        return Combinators.combine(
                        Arbitraries.of(LAW.offences()),
                        Arbitraries.of("full", "partial", "none", "unknown"),
                        Arbitraries.of(Basis.class),
                        Arbitraries.of(6, 12, 24, 36, 48, 60, 9999).optional(),
                        Arbitraries.of(36, 48, 120).optional(),
                        days().optional(0.3))
                .as((offence, coverage, basis, months, aggravated, from) -> new NationalProvision(
                        offence,
                        act().id(),
                        Optional.of("1"),
                        "A heading",
                        "A summary.",
                        Map.of(),
                        false,
                        months,
                        aggravated,
                        false,
                        coverage,
                        true,
                        from,
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        basis,
                        Optional.empty(),
                        "2026-11"));
    }

    private static Act act() {
        return new Act("test-act", "Test Act", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
