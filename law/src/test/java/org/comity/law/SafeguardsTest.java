package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.law.Finding.Result;
import org.junit.jupiter.api.Test;

/** What travels with a route, and what is only planned when it is asked for. */
class SafeguardsTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final RoutePlanner PLANNER = new RoutePlanner(LAW);

    private static RouteQuery query(String from, String to, Measure measure) {
        return new RouteQuery(
                StateCode.of(from),
                StateCode.of(to),
                LocalDate.parse("2026-09-01"),
                measure,
                DataCategory.ANY,
                Offence.of("ets185:2"));
    }

    private static Route route(String from, String to, Measure measure, String provision) {
        return PLANNER.plan(query(from, to, measure)).route(provision).orElseThrow();
    }

    private static Set<String> kinds(Route route) {
        return route.safeguards().stream().map(Safeguard::kind).collect(Collectors.toSet());
    }

    @Test
    void palermoBindsTheAnswerToThePurposeOfTheRequest() {
        assertThat(route("PT", "BR", Measure.PRODUCE, "untoc:18").safeguards())
                .filteredOn(s -> s.kind().equals("speciality"))
                .singleElement()
                .returns("18(19)", Safeguard::article)
                .returns(Basis.VERIFIED, Safeguard::basis);
    }

    @Test
    void budapestLimitsUseOnlyWhereTheConditionWasSet() {
        Route route = route("PT", "BR", Measure.PRODUCE, "ets185:31");
        assertThat(kinds(route))
                .contains(
                        "human-rights",
                        "use-limitation",
                        "confidentiality",
                        "political-offence",
                        "essential-interests",
                        "death-penalty",
                        "torture");
        assertThat(route.safeguards())
                .filteredOn(s -> s.kind().equals("use-limitation"))
                .extracting(Safeguard::article)
                .containsExactly("28(2)(b)");
    }

    @Test
    void aSafeguardOfOneRouteDoesNotTravelWithAnother() {
        assertThat(route("PT", "BR", Measure.PRESERVE, "ets185:29").safeguards())
                .extracting(Safeguard::article)
                .contains("29(5)(a)", "16(3)")
                .doesNotContain("30(2)(a)", "27(4)(a)");
    }

    @Test
    void theSecondProtocolCarriesItsRulesOnPersonalData() {
        assertThat(route("RS", "HU", Measure.SUBSCRIBER_DISCLOSURE_DIRECT, "cets224:7")
                        .safeguards())
                .filteredOn(s -> s.kind().equals("personal-data"))
                .extracting(Safeguard::provision)
                .containsOnly("cets224:14")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void deathPenaltyCasesNeedPermissionUnderTheBritishAgreement() {
        assertThat(kinds(route("GB", "US", Measure.PRODUCE, "cloud-us-uk:4"))).contains("death-penalty");
    }

    @Test
    void everySafeguardHasItsSourceAndAProvisionThatExists() {
        assertThat(LAW.routes())
                .allSatisfy(rules -> assertThat(rules.safeguards()).allSatisfy(safeguard -> {
                    assertThat(LAW.provision(safeguard.provision())).isPresent();
                    assertThat(safeguard.source()).isNotBlank();
                    assertThat(safeguard.text()).endsWith(".").isNotBlank();
                }));
        assertThat(LAW.routes().stream()
                        .flatMap(rules -> rules.safeguards().stream())
                        .map(Safeguard::kind)
                        .collect(Collectors.toSet()))
                .contains(
                        "use-limitation",
                        "speciality",
                        "confidentiality",
                        "personal-data",
                        "political-offence",
                        "essential-interests",
                        "death-penalty",
                        "torture");
    }

    @Test
    void transborderAccessIsPlannedOnlyWhenAskedForAndWarnsOfSovereignty() {
        RouteQuery query = query("PT", "BR", Measure.TRANSBORDER_ACCESS);
        assertThat(PLANNER.plan(query).routes()).isEmpty();
        Route route =
                PLANNER.plan(query.withTransborderAccess()).route("ets185:32").orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(route.finding("sovereignty").orElseThrow())
                .returns(Result.DISCRETIONARY, Finding::result)
                .satisfies(f -> assertThat(f.reason()).contains("breaches their sovereignty"));
        assertThat(route.finding("consent").orElseThrow().result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void transborderAccessReachesPartiesOnly() {
        assertThat(PLANNER.plan(query("PT", "IE", Measure.TRANSBORDER_ACCESS).withTransborderAccess())
                        .route("ets185:32")
                        .orElseThrow()
                        .standing())
                .isEqualTo(Standing.CLOSED);
    }

    @Test
    void extraditionNeedsAYearInBothLawsAndAnOffenceOfTheConvention() {
        Route access = route("DE", "PT", Measure.EXTRADITION, "ets185:24");
        assertThat(access.findings())
                .filteredOn(f -> f.rule().equals("threshold"))
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.result())
                        .as("Portugal has exactly one year")
                        .isEqualTo(Result.MET));
        assertThat(access.dualCriminality()).isEqualTo(DualCriminality.MET);
        assertThat(access.standing()).isEqualTo(Standing.OPEN);
        assertThat(PLANNER.plan(new RouteQuery(
                                StateCode.of("DE"),
                                StateCode.of("PT"),
                                LocalDate.parse("2026-09-01"),
                                Measure.EXTRADITION,
                                DataCategory.ANY,
                                Offence.of("x:grooming")))
                        .route("ets185:24")
                        .orElseThrow()
                        .standing())
                .isEqualTo(Standing.CLOSED);
    }

    @Test
    void everyInstrumentSaysSinceWhenItIsInForceSaveThoseThatAreNot() {
        assertThat(LAW.instruments())
                .filteredOn(i -> i.inForce().isEmpty())
                .filteredOn(i -> !i.id().equals("voluntary"))
                .extracting(Instrument::id)
                .containsExactlyInAnyOrder("cets224", "uncc");
    }
}
