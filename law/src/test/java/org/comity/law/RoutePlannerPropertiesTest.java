package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.comity.law.NationalLaw.NationalProvision;

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

    /** Days and offences take turns over all States and measures; a row that begins or ends is asked for on its own days. */
    @Example
    void noPlanOfAnyStateCitesNationalLawThatIsNotInForceOnItsDay() {
        List<LocalDate> days = Stream.of("2001-11-01", "2009-06-30", "2016-02-29", "2024-05-01", "2026-11-22")
                .map(LocalDate::parse)
                .toList();
        List<String> offences = List.copyOf(LAW.offences());
        int turn = 0;
        for (NationalLaw national : nationalLaws()) {
            for (Measure measure : LAW.measures()) {
                LocalDate day = days.get(turn % days.size());
                citesOnlyLawInForce(national, day, measure, offences.get(turn++ % offences.size()));
            }
            for (NationalProvision row : national.provisions()) {
                if (LAW.offences().contains(row.mapsTo())) {
                    Stream.concat(
                                    national.appliesFrom(row).map(first -> first.minusDays(1)).stream(),
                                    row.validTo().stream())
                            .forEach(day -> citesOnlyLawInForce(national, day, Measure.EXTRADITION, row.mapsTo()));
                }
            }
        }
    }

    private static List<NationalLaw> nationalLaws() {
        return LAW.states().stream()
                .filter(state -> !state.code().value().equals("EU"))
                .flatMap(state -> LAW.nationalLaw(state.code()).stream())
                .toList();
    }

    private static void citesOnlyLawInForce(NationalLaw national, LocalDate day, Measure measure, String offence) {
        StateCode other = StateCode.of(national.state().value().equals("PT") ? "BR" : "PT");
        for (RouteQuery query : List.of(
                new RouteQuery(national.state(), other, day, measure, DataCategory.CONTENT, Offence.of(offence)),
                new RouteQuery(other, national.state(), day, measure, DataCategory.CONTENT, Offence.of(offence)))) {
            Set<String> cited = PLANNER.plan(query).routes().stream()
                    .flatMap(route -> route.findings().stream())
                    .flatMap(finding -> nationalLawCited(finding).stream())
                    .collect(Collectors.toSet());
            if (!cited.isEmpty()) {
                assertThat(Stream.of(national.state(), other)
                                .map(state -> new OffenceInLaw(LAW, state, query.offence(), day))
                                .flatMap(law -> law.rows().stream().map(law::cite)))
                        .as("%s", query)
                        .containsAll(cited);
            }
        }
    }

    /** What a finding says is law; a provision that is only known to be law later is named as that, and by no other saying. */
    private static List<String> nationalLawCited(Finding finding) {
        Saying saying = finding.saying();
        String key = saying.sentence() instanceof Saying.OfCode code ? code.key() : "";
        if (!key.matches("(conduct|penalty)\\..*") || key.matches("conduct\\.(known-later|declared)")) {
            return List.of();
        }
        return Stream.of("article", "ours", "theirs")
                .flatMap(gap -> Optional.ofNullable(saying.fillings().get(gap)).stream())
                .map(cited -> cited.in(Language.ENGLISH))
                .toList();
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
