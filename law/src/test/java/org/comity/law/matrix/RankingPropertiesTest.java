package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.law.DataCategory;
import org.comity.law.Finding;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.Standing;
import org.comity.law.StateCode;

/** What holds whoever accedes to what, and for every ranking. */
class RankingPropertiesTest {

    private static final LawBase LAW = SomeLaw.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final CooperationMatrix WORLD = CooperationMatrix.on(LAW, DAY);
    private static final Scope ALL = Scope.of(LAW);
    private static final List<Candidate> CANDIDATES = Candidate.all(WORLD, ALL);

    @Provide
    Arbitrary<Pair> pairs() {
        return states().flatMap(from -> states().filter(to -> !to.equals(from)).map(to -> new Pair(from, to)));
    }

    @Provide
    Arbitrary<StateCode> states() {
        return Arbitraries.of(SomeLaw.STATES);
    }

    @Provide
    Arbitrary<Assistance> assistances() {
        return SomeLaw.assistances();
    }

    /** An accession that is open to the State and not made yet. */
    record Accession(StateCode state, List<LawChange> changes) {

        static final List<Accession> POSSIBLE = SomeLaw.STATES.stream()
                .flatMap(state -> SomeLaw.INSTRUMENTS.stream().flatMap(instrument -> of(state, instrument)))
                .toList();

        private static Stream<Accession> of(StateCode state, String instrument) {
            try {
                return Stream.of(new Accession(
                        state, Suppose.of(LAW, DAY).accedes(state, instrument).changes()));
            } catch (InvalidLawChangeException notOpen) {
                return Stream.empty();
            }
        }
    }

    @Provide
    Arbitrary<Accession> accessions() {
        return Arbitraries.of(Accession.POSSIBLE);
    }

    @Property(tries = 40)
    void anAccessionTakesNoWayUnlessATreatyGivesWayToAnotherWhichIsNamed(@ForAll("accessions") Accession accession) {
        noWayIsTakenUnlessATreatyGivesWay(WhatIf.of(WORLD, accession.changes(), ALL));
    }

    @Example
    void noAccessionOfAnyStateToAnyInstrumentTakesAWayUnlessATreatyGivesWayToAnother() {
        Scope everyMeasure = new Scope(LAW.measures(), List.of(DataCategory.CONTENT), List.of(Offence.of("ets185:2")));

        assertThat(Accession.POSSIBLE).hasSizeGreaterThan(500);
        for (Accession accession : Accession.POSSIBLE) {
            noWayIsTakenUnlessATreatyGivesWay(WhatIf.of(WORLD, accession.changes(), everyMeasure));
        }
    }

    private static void noWayIsTakenUnlessATreatyGivesWay(WhatIf whatIf) {
        whatIf.difference()
                .ways()
                .filter(way -> Set.of(Turn.LOST, Turn.WEAKENED).contains(way.turn()))
                .forEach(way -> assertThat(whatIf.explain(way.pair(), way.assistance()).after().routes().stream()
                                .flatMap(route -> route.finding("not-replaced").stream())
                                .toList())
                        .as("%s", way)
                        .isNotEmpty()
                        .allMatch(finding -> finding.result() == Finding.Result.NOT_MET
                                && LAW.provision(finding.provision()).isPresent()));
    }

    @Property(tries = 60)
    void anAccessionConcernsOnlyPairsWithTheStateThatAccedes(@ForAll("accessions") Accession accession) {
        WhatIf whatIf = WhatIf.of(WORLD, accession.changes(), ALL);

        assertThat(whatIf.difference().pairs().keySet())
                .allMatch(pair ->
                        pair.from().equals(accession.state()) || pair.to().equals(accession.state()));
    }

    @Property(tries = 60)
    void noOpenWayRestsOnWhatIsNotInForceAndEveryFindingHasASource(
            @ForAll("pairs") Pair pair,
            @ForAll("accessions") Accession accession,
            @ForAll("assistances") Assistance assistance) {
        WhatIf whatIf = WhatIf.of(WORLD, accession.changes(), Scope.of(assistance));

        for (Route route : whatIf.after().plan(pair, assistance).routes()) {
            assertThat(route.findings()).allMatch(finding -> !finding.source().isBlank());
            if (Set.of(Standing.OPEN, Standing.CONDITIONAL).contains(route.standing())) {
                assertThat(LAW.instrument(route.instrument()).orElseThrow().inForceOn(DAY))
                        .isTrue();
            }
        }
    }

    /** What may be supposed: an accession, an end of a reservation, an entry into force, an offence or a reform of one. */
    @Provide
    Arbitrary<List<LawChange>> suppositions() {
        return Arbitraries.oneOf(
                accessions().map(Accession::changes),
                Arbitraries.of(of(Candidate.Kind.WITHDRAW)).map(Candidate::changes),
                Arbitraries.of(of(Candidate.Kind.ENACT)).map(Candidate::changes),
                Arbitraries.of(SomeLaw.INSTRUMENTS)
                        .map(id -> Suppose.of(LAW, DAY).entersIntoForce(id).changes()));
    }

    private static List<Candidate> of(Candidate.Kind kind) {
        return CANDIDATES.stream().filter(candidate -> candidate.kind() == kind).toList();
    }

    @Property(tries = 40)
    void everyNumberOfADifferenceIsThatOfThePairsCountedOneByOne(
            @ForAll("suppositions") List<LawChange> changes, @ForAll("assistances") Assistance assistance) {
        Tally told =
                WhatIf.of(WORLD, changes, Scope.of(assistance)).difference().total();

        CooperationMatrix anew = CooperationMatrix.on(LAW.with(changes), DAY);
        int[] turns = new int[Turn.values().length];
        for (StateCode from : SomeLaw.STATES) {
            for (StateCode to : SomeLaw.STATES) {
                Turn.of(WORLD.standing(from, to, assistance), anew.standing(from, to, assistance))
                        .ifPresent(turn -> turns[turn.ordinal()]++);
            }
        }
        assertThat(told).isEqualTo(Tally.of(turns));
    }

    /**
     * A law that asks less reaches more conduct, of which the other State's law may reach only a part: what was met is then
     * not known any more without the facts of the case.
     */
    @Property(tries = 40)
    void anOffenceThatAStateMakesTakesNoWayAndWeakensOneOnlyWhereItAsksLessThanBefore(
            @ForAll("offencesMade") Candidate candidate) {
        Tally total = WhatIf.of(WORLD, candidate.changes(), ALL).difference().total();

        assertThat(total.lost()).isZero();
        assertThat(total.weakened() == 0 || askedMoreBefore(candidate))
                .as("%s weakened by %s", total, candidate)
                .isTrue();
    }

    private static boolean askedMoreBefore(Candidate candidate) {
        return LAW.nationalLaw(candidate.state()).stream()
                .flatMap(national -> national.provisions().stream())
                .filter(row -> row.mapsTo().equals(LAW.conduct(candidate.what())))
                .anyMatch(row -> Stream.of(
                                "requires_dishonest_intent",
                                "requires_harm",
                                "requires_serious_harm",
                                "requires_security_breach")
                        .anyMatch(element -> Boolean.TRUE.equals(row.elements().get(element))));
    }

    @Provide
    Arbitrary<Candidate> offencesMade() {
        return Arbitraries.of(of(Candidate.Kind.ENACT));
    }

    @Property(tries = 6)
    void everyStepIsTheBestAndItsNumbersAreThoseOfTheWorldsThemselves(
            @ForAll("assistances") Assistance assistance, @ForAll long seed) {
        Scope scope = Scope.of(assistance);
        List<Candidate> some = some(scope, new Random(seed));

        CooperationMatrix world = WORLD;
        Set<StateCode> stepped = new HashSet<>();
        for (Ranking.Step step : Ranking.next(WORLD, scope, some, 4)) {
            Candidate taken = step.candidate();
            Tally really = total(world, taken, scope);
            assertThat(step.added()).as("%s", taken).isEqualTo(really);
            assertThat(step.alone()).as("%s", taken).isEqualTo(total(WORLD, taken, scope));
            for (Candidate rival : some) {
                if (!stepped.contains(rival.state())) {
                    assertThat(net(total(world, rival, scope))).as("%s", rival).isLessThanOrEqualTo(net(really));
                }
            }
            stepped.add(taken.state());
            world = world.with(taken.changes());
            assertThat(step.together())
                    .isEqualTo(Difference.between(WORLD, world, scope).total());
        }
    }

    private static Tally total(CooperationMatrix world, Candidate candidate, Scope scope) {
        return WhatIf.of(world, candidate.changes(), scope).difference().total();
    }

    /** Some of every kind. */
    private static List<Candidate> some(Scope scope, Random random) {
        List<Candidate> all = new ArrayList<>(Candidate.all(WORLD, scope));
        Collections.shuffle(all, random);
        return Stream.of(Candidate.Kind.values())
                .flatMap(kind -> all.stream()
                        .filter(candidate -> candidate.kind() == kind)
                        .limit(5))
                .toList();
    }

    @Example
    void aRankingOverEverythingIsTheOneInWhichAllIsMeasuredAnewAfterEachStep() {
        Scope scope = new Scope(
                List.of(Measure.PRESERVE, Measure.EXTRADITION),
                List.of(DataCategory.CONTENT),
                List.of(Offence.of("ets185:2"), Offence.of("ets185:9")));
        List<Ranking.Step> steps = Ranking.next(WORLD, scope, Candidate.all(WORLD, scope), 12);

        assertThat(steps).hasSize(12);
        CooperationMatrix world = WORLD;
        for (Ranking.Step step : steps) {
            Ranking.Step anew =
                    Ranking.next(world, scope, Candidate.all(world, scope), 1).getFirst();
            assertThat(net(step.added())).isEqualTo(net(anew.added()));
            assertThat(step.added()).isEqualTo(total(world, step.candidate(), scope));
            world = world.with(step.candidate().changes());
        }
    }

    private static int net(Tally tally) {
        return tally.opened() - tally.weakened() - tally.lost();
    }
}
