package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.law.Finding;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.Measure;
import org.comity.law.Route;
import org.comity.law.Standing;
import org.comity.law.StateCode;

/** What holds whoever accedes to what, and for every ranking. */
class RankingPropertiesTest {

    private static final LawBase LAW = SomeLaw.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final CooperationMatrix WORLD = CooperationMatrix.on(LAW, DAY);
    private static final Scope ALL = Scope.of(LAW);

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

    @Property(tries = 60)
    void anAccessionTakesNoWayUnlessATreatyGivesWayToAnotherWhichIsNamed(@ForAll("accessions") Accession accession) {
        WhatIf whatIf = WhatIf.of(WORLD, accession.changes(), ALL);

        whatIf.difference()
                .ways()
                .filter(way -> Set.of(Turn.LOST, Turn.WEAKENED).contains(way.turn()))
                .limit(20)
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

    /** Whether States are bound is symmetric; what each has reserved, and what its law says, is not. */
    @Property(tries = 100)
    void whereNothingIsReservedAndNoOffenceIsAskedForBothDirectionsStandAlike(@ForAll("pairs") Pair pair) {
        for (Assistance assistance : ALL.assistances()) {
            if (assistance.measure() == Measure.SPONTANEOUS_INFORMATION) {
                assertThat(WORLD.standing(pair.from(), pair.to(), assistance))
                        .isEqualTo(WORLD.standing(pair.to(), pair.from(), assistance));
            }
        }
    }

    @Property(tries = 6)
    void everyStepIsTheBestAndItsNumbersAreThoseOfTheWorldsThemselves(
            @ForAll("assistances") Assistance assistance, @ForAll long seed) {
        List<Candidate> some = new ArrayList<>(Candidate.all(WORLD, Scope.of(assistance)));
        Collections.shuffle(some, new Random(seed));
        some = some.stream()
                .filter(c -> c.kind() == Candidate.Kind.ACCEDE)
                .limit(12)
                .toList();
        Scope scope = Scope.of(assistance);

        CooperationMatrix world = WORLD;
        for (Ranking.Step step : Ranking.next(WORLD, scope, some, 3)) {
            Tally really = WhatIf.of(world, step.candidate().changes(), scope)
                    .difference()
                    .total();
            assertThat(step.added()).isEqualTo(really);
            for (Candidate rival : some) {
                if (!rival.state().equals(step.candidate().state())
                        && LAW.status(rival.state(), rival.what())
                                .equals(world.law().status(rival.state(), rival.what()))) {
                    Tally theirs = WhatIf.of(world, rival.changes(), scope)
                            .difference()
                            .total();
                    assertThat(net(theirs)).isLessThanOrEqualTo(net(really));
                }
            }
            world = world.with(step.candidate().changes());
            assertThat(step.together())
                    .isEqualTo(Difference.between(WORLD, world, scope).total());
        }
    }

    private static int net(Tally tally) {
        return tally.opened() - tally.weakened() - tally.lost();
    }
}
