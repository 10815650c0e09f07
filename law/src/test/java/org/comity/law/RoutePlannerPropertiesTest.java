package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

/** What holds for every pair of States, day, measure, data and offence. */
class RoutePlannerPropertiesTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final RoutePlanner PLANNER = new RoutePlanner(LAW);

    @Provide
    Arbitrary<RouteQuery> queries() {
        List<StateCode> codes = LAW.states().stream()
                .map(State::code)
                .filter(code -> !code.value().equals("EU"))
                .toList();
        Arbitrary<StateCode> states = Arbitraries.of(codes);
        Arbitrary<LocalDate> days = Dates.dates().between(LocalDate.parse("1990-01-01"), LocalDate.parse("2030-12-31"));
        Arbitrary<Offence> offences = Arbitraries.of(LAW.offences())
                .map(Offence::of)
                .injectDuplicates(0.1)
                .edgeCases(cases -> cases.add(Offence.other("stalking")));
        return Combinators.combine(
                        states,
                        states,
                        days,
                        Arbitraries.of(LAW.measures()),
                        Arbitraries.of(DataCategory.class),
                        offences)
                .as(RouteQuery::new)
                .filter(query -> !query.requesting().equals(query.requested()));
    }

    @Property(tries = 400)
    void everyFindingCitesAProvisionThatExistsAndASource(@ForAll("queries") RouteQuery query) {
        for (Route route : PLANNER.plan(query).routes()) {
            assertThat(route.findings()).isNotEmpty();
            assertThat(route.findings()).allSatisfy(finding -> {
                assertThat(LAW.provision(finding.provision())).isPresent();
                assertThat(finding.source()).isNotBlank();
                assertThat(finding.reason())
                        .matches("\\p{Lu}.*[.?]")
                        .doesNotContain("{")
                        .doesNotContain("..");
            });
        }
    }

    @Property(tries = 400)
    void noRouteIsOpenUnlessBothStatesAreBoundOnTheDay(@ForAll("queries") RouteQuery query) {
        for (Route route : PLANNER.plan(query).routes()) {
            boolean bound = LAW.boundOn(query.requesting(), route.instrument(), query.on())
                    && LAW.boundOn(query.requested(), route.instrument(), query.on());
            if (!bound) {
                assertThat(route.standing()).isIn(Standing.CLOSED, Standing.UNKNOWN);
            }
        }
    }

    @Property(tries = 400)
    void aClosedRouteSaysWhyAndAnOpenOneLeavesNoDualCriminalityOpen(@ForAll("queries") RouteQuery query) {
        for (Route route : PLANNER.plan(query).routes()) {
            if (route.standing() == Standing.CLOSED) {
                assertThat(route.findings()).anyMatch(f -> f.result() == Finding.Result.NOT_MET);
            }
            if (route.standing() == Standing.OPEN) {
                assertThat(route.dualCriminality()).isIn(DualCriminality.NOT_REQUIRED, DualCriminality.MET);
            }
        }
    }

    @Property(tries = 200)
    void theSameQueryHasTheSameAnswer(@ForAll("queries") RouteQuery query) {
        assertThat(PLANNER.plan(query)).isEqualTo(new RoutePlanner(LAW).plan(query));
    }

    @Property(tries = 400)
    void refusalGroundsComeFromTheClosedListOfTheProvision(@ForAll("queries") RouteQuery query) {
        for (Route route : PLANNER.plan(query).routes()) {
            assertThat(LAW.provision(route.provision()).orElseThrow().refusalGrounds())
                    .containsAll(route.refusalGrounds());
        }
    }

    @Property(tries = 200)
    void routesAreOrderedByStanding(@ForAll("queries") RouteQuery query) {
        assertThat(PLANNER.plan(query).routes()).isSortedAccordingTo(Comparator.comparing(Route::standing));
    }
}
