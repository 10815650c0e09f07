package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.DataCategory;
import org.comity.law.Finding;
import org.comity.law.Gaps;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.junit.jupiter.api.Test;

/** What would follow if a State acceded, took a reservation back, or made an offence. */
class WhatIfTest {

    private static final LawBase LAW = SomeLaw.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final StateCode KENYA = new StateCode("KE");
    private static final StateCode PORTUGAL = new StateCode("PT");
    private static final StateCode GERMANY = new StateCode("DE");
    private static final Assistance PRESERVATION =
            new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));
    private static final CooperationMatrix WORLD = CooperationMatrix.on(LAW, DAY);

    private static WhatIf ask(Suppose suppose) {
        return WhatIf.of(WORLD, suppose.changes(), Scope.of(PRESERVATION));
    }

    @Test
    void anAccessionOpensWaysWithEveryPartyAndThePlansSayWhy() {
        WhatIf kenya = ask(Suppose.of(LAW, DAY).accedes(KENYA, "ets185"));
        Pair pair = new Pair(PORTUGAL, KENYA);

        assertThat(kenya.difference().total().opened()).isGreaterThan(70);
        assertThat(kenya.difference().total().lost()).isZero();
        assertThat(kenya.difference().gains().getFirst().state()).isEqualTo(KENYA);
        assertThat(kenya.difference().ways(pair)).singleElement().satisfies(way -> {
            assertThat(way.turn()).isEqualTo(Turn.OPENED);
            assertThat(way.after()).contains(Standing.OPEN);
        });
        WhatIf.Explained plans = kenya.explain(pair, PRESERVATION);
        assertThat(plans.before().routes().getFirst().standing()).isNotEqualTo(Standing.OPEN);
        Route route = plans.after().routes().getFirst();
        assertThat(route.provision()).isEqualTo("ets185:29");
        assertThat(route.finding("requested-bound").map(Finding::source)).contains(Suppose.SOURCE);
    }

    @Test
    void theNumbersAreTheirPairs() {
        Difference difference =
                ask(Suppose.of(LAW, DAY).accedes(KENYA, "ets185")).difference();

        Tally total = difference.total();
        assertThat(difference.pairs().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(total);
        assertThat(difference.ways()).hasSize(total.all());
        assertThat(difference.gains().stream().map(Difference.Gain::asking).reduce(Tally.NONE, Tally::plus))
                .isEqualTo(total);
        assertThat(difference.byMeasure().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(total);
    }

    @Test
    void aReservationTakenBackOpensWaysToTheStateThatHadIt() {
        WhatIf germany = WhatIf.of(
                WORLD,
                Suppose.of(LAW, DAY).withdraws(GERMANY, "ets185", "29(4)").changes(),
                Scope.of(LAW));

        assertThat(germany.difference().total().opened()).isPositive();
        assertThat(germany.difference().ways())
                .allMatch(way ->
                        way.pair().to().equals(GERMANY) && way.assistance().measure() == Measure.PRESERVE);
    }

    @Test
    void aTreatyThatEntersIntoForceOpensWaysBetweenThoseWhoHaveConsented() {
        WhatIf protocol =
                WhatIf.of(WORLD, Suppose.of(LAW, DAY).entersIntoForce("cets224").changes(), Scope.of(LAW));

        assertThat(protocol.difference().total().all()).isPositive();
        assertThat(protocol.difference().pairs().keySet())
                .contains(new Pair(new StateCode("JP"), new StateCode("RS")))
                .doesNotContain(new Pair(PORTUGAL, KENYA));
    }

    @Test
    void anOffenceInNationalLawOpensWaysThatAskForDualCriminality() {
        List<StateCode> without = WORLD.states().stream()
                .filter(state -> LAW.boundOn(state, "ets30", DAY))
                .filter(state -> LAW.nationalLaw(state).stream()
                        .flatMap(law -> law.on("ets185:3", DAY).stream())
                        .noneMatch(row -> row.covers()))
                .toList();
        assertThat(without).isNotEmpty();

        for (StateCode state : without) {
            Difference difference = WhatIf.of(
                            WORLD,
                            Suppose.of(LAW, DAY).enacts(state, "ets185:3").changes(),
                            Scope.of(LAW))
                    .difference();

            assertThat(difference.total().opened()).as("%s", state).isPositive();
            assertThat(difference.total().lost() + difference.total().weakened())
                    .as("%s", state)
                    .isZero();
            assertThat(difference.byOffence().keySet())
                    .allMatch(offence -> LAW.conduct(offence.code()).equals("ets185:3"));
        }
    }

    @Test
    void aPowerThatALawHasWouldLetItsAuthoritiesUseIt() {
        StateCode without = LAW.states().stream()
                .map(State::code)
                .filter(state -> LAW.boundOn(state, "ets185", DAY))
                .filter(state -> Gaps.of(LAW, state, "ets185", DAY).orElseThrow().toEnact().stream()
                        .anyMatch(row -> row.provision().id().equals("ets185:16")))
                .findFirst()
                .orElseThrow();

        LawBase supposed =
                LAW.with(Suppose.of(LAW, DAY).covers(without, "ets185:16").changes());

        assertThat(ownPower(supposed, without)).isLessThan(ownPower(LAW, without));
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).covers(without, "ets185:999"))
                .isInstanceOf(InvalidLawChangeException.class);
    }

    private static Standing ownPower(LawBase law, StateCode state) {
        return new RoutePlanner(law)
                        .plan(new RouteQuery(
                                state, state, DAY, Measure.PRESERVE, DataCategory.TRAFFIC, Offence.of("ets185:2")))
                        .routes()
                        .stream()
                        .filter(route -> route.provision().equals("ets185:16"))
                        .findFirst()
                        .orElseThrow()
                        .standing();
    }

    @Test
    void whatIsTrueAlreadyOrCannotBeIsRefusedInASentence() {
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).accedes(PORTUGAL, "ets185"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).accedes(KENYA, "eu2014-41"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("a Member State of the European Union");
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).accedes(KENYA, "ets186"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("known are ets185");
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).accedes(StateCode.of("EU"), "ets185"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("open to States (articles 36(1) and 37(1))");
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).withdraws(StateCode.of("DE"), "ets185", "27"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("Germany has designated who answers");
        assertThatThrownBy(() -> Suppose.of(LAW, DAY).enacts(KENYA, "ets185:99"))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("ets185:2");
    }
}
