package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.Finding.Result;
import org.junit.jupiter.api.Test;

/** Orders under a State's own law, under an executive agreement, and what a provider does of its own will. */
class NatureOfRoutesTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static RouteQuery query(String from, String to, Measure measure, DataCategory data) {
        return new RouteQuery(StateCode.of(from), StateCode.of(to), DAY, measure, data, Offence.of("ets185:2"));
    }

    private static List<Route> plan(RouteQuery query, Nature nature) {
        return new RoutePlanner(LAW)
                .plan(query).routes().stream()
                        .filter(route -> route.nature() == nature)
                        .toList();
    }

    private static Route only(RouteQuery query, Nature nature) {
        List<Route> routes = plan(query, nature);
        assertThat(routes).hasSize(1);
        return routes.getFirst();
    }

    private static Finding finding(Route route, String rule) {
        return route.finding(rule).orElseThrow();
    }

    @Test
    void aStateOrdersItsOwnProvidersUnderItsOwnLaw() {
        Route production = only(query("PT", "PT", Measure.PRODUCE, DataCategory.SUBSCRIBER), Nature.NATIONAL_ORDER);
        assertThat(production.provision()).isEqualTo("ets185:18");
        assertThat(production.standing()).isEqualTo(Standing.OPEN);
        assertThat(finding(production, "own-power"))
                .returns(Result.MET, Finding::result)
                .satisfies(it -> assertThat(it.reason()).contains("Portugal", "14"));

        Route preservation = only(query("PT", "PT", Measure.PRESERVE, DataCategory.ANY), Nature.NATIONAL_ORDER);
        assertThat(preservation.provision()).isEqualTo("ets185:16");
        assertThat(preservation.channel()).isEqualTo(Channel.DIRECT_TO_PROVIDER);
    }

    @Test
    void whereItsLawIsNotHeldThatIsSaidAndNotGuessed() {
        StateCode unread = LAW.states().stream()
                .filter(state -> !state.isOrganisation())
                .map(State::code)
                .filter(code -> LAW.nationalLaw(code)
                        .map(law -> law.on("ets185:18", DAY).isEmpty())
                        .orElse(true))
                .findFirst()
                .orElseThrow();
        Route production = only(
                query(unread.value(), unread.value(), Measure.PRODUCE, DataCategory.SUBSCRIBER), Nature.NATIONAL_ORDER);
        assertThat(production.standing()).isNotEqualTo(Standing.OPEN).isNotEqualTo(Standing.CLOSED);
        assertThat(finding(production, "own-power").result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void anOrderUnderOnesOwnLawDoesNotReachAnotherState() {
        assertThat(plan(
                        query("PT", "BR", Measure.PRODUCE, DataCategory.SUBSCRIBER)
                                .withTransborderAccess(),
                        Nature.NATIONAL_ORDER))
                .isEmpty();
    }

    @Test
    void assistanceIsNotAskedOfOneself() {
        for (Measure measure : LAW.measures()) {
            assertThat(plan(query("PT", "PT", measure, DataCategory.ANY).withTransborderAccess(), Nature.ASSISTANCE))
                    .isEmpty();
        }
        assertThat(plan(query("PT", "PT", Measure.TAKE_DOWN, DataCategory.CONTENT), Nature.ORDER))
                .as("EU 2022/2065 and 2021/784 serve within a Member State, too")
                .extracting(Route::provision)
                .contains("eu-dsa:9", "eu-tco:3");
        assertThat(plan(query("PT", "PT", Measure.PRODUCE, DataCategory.SUBSCRIBER), Nature.ORDER))
                .extracting(Route::provision)
                .containsExactly("eu-dsa:10");
    }

    @Test
    void whatAProviderDoesOfItsOwnWillIsSaidToBeAtItsDiscretionAndOnlyWhenAskedFor() {
        RouteQuery query = query("PT", "BR", Measure.PRODUCE, DataCategory.SUBSCRIBER);
        assertThat(plan(query, Nature.VOLUNTARY)).isEmpty();
        Route voluntary = only(query.withTransborderAccess(), Nature.VOLUNTARY);
        assertThat(voluntary.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(finding(voluntary, "provider-discretion"))
                .returns(Result.DISCRETIONARY, Finding::result)
                .satisfies(it -> assertThat(it.reason()).contains("provider's discretion"));
        assertThat(finding(voluntary, "law-of-provider").result()).isEqualTo(Result.UNKNOWN);
        assertThat(voluntary.refusalGrounds()).isNotEmpty();
        assertThat(voluntary.contents()).isNotEmpty();
    }

    @Test
    void contentIsGivenVoluntarilyOnlyInAnAmericanEmergency() {
        assertThat(plan(
                        query("PT", "BR", Measure.PRODUCE, DataCategory.CONTENT).withTransborderAccess(),
                        Nature.VOLUNTARY))
                .isEmpty();
        Route american = only(
                query("PT", "US", Measure.PRODUCE, DataCategory.CONTENT).withTransborderAccess(), Nature.VOLUNTARY);
        assertThat(american.provision()).isEqualTo("us-sca:2702");
        assertThat(finding(american, "governmental-entity").result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void anAmericanPreservationLetterBindsOnlyFromAnAmericanAuthority() {
        Route own = plan(query("US", "US", Measure.PRESERVE, DataCategory.ANY), Nature.NATIONAL_ORDER).stream()
                .filter(route -> route.provision().equals("us-sca:2703f"))
                .findFirst()
                .orElseThrow();
        assertThat(own.standing()).isEqualTo(Standing.OPEN);
        assertThat(own.deadlines()).singleElement().satisfies(it -> {
            assertThat(it.length()).hasToString("Optional[P90D]");
            assertThat(it.extension()).hasValue("P90D on renewed request");
        });

        RouteQuery foreign = query("PT", "US", Measure.PRESERVE, DataCategory.ANY);
        assertThat(plan(foreign, Nature.NATIONAL_ORDER)).isEmpty();
        Route letter = only(foreign.withTransborderAccess(), Nature.NATIONAL_ORDER);
        assertThat(letter.standing()).isNotEqualTo(Standing.OPEN);
        assertThat(finding(letter, "governmental-entity"))
                .returns(Result.UNKNOWN, Finding::result)
                .satisfies(it -> assertThat(it.reason()).contains("contact point of the United States", "voluntarily"));
    }

    @Test
    void anAgreementOrderNeedsAReviewAndACertificate() {
        for (String other : List.of("GB", "AU")) {
            Route route = plan(query(other, "US", Measure.PRODUCE, DataCategory.CONTENT), Nature.AGREEMENT_ORDER)
                    .getFirst();
            assertThat(route.standing()).isEqualTo(Standing.CONDITIONAL);
            assertThat(finding(route, "independent-review").result()).isEqualTo(Result.UNKNOWN);
            assertThat(finding(route, "certification").result()).isEqualTo(Result.UNKNOWN);
            assertThat(route.contents())
                    .extracting(RequestElement::id)
                    .anyMatch(id -> id.endsWith("review"))
                    .anyMatch(id -> id.endsWith("certification"));
            assertThat(route.refusalGrounds()).isNotEmpty();
        }
        assertThat(plan(query("PT", "US", Measure.PRODUCE, DataCategory.CONTENT), Nature.AGREEMENT_ORDER))
                .allMatch(route -> route.standing() == Standing.CLOSED);
    }

    @Test
    void informationIsOfferedUnderEveryTreatyThatProvidesForIt() {
        assertThat(new RoutePlanner(LAW)
                        .plan(query("PT", "BR", Measure.SPONTANEOUS_INFORMATION, DataCategory.ANY)).routes().stream()
                                .map(Route::provision))
                .contains("ets185:26", "untoc:18(4)", "uncc:40(4)");
        Optional<Route> untoc = new RoutePlanner(LAW)
                .plan(query("PT", "BR", Measure.SPONTANEOUS_INFORMATION, DataCategory.ANY))
                .route("untoc:18(4)");
        assertThat(untoc.orElseThrow().standing()).isEqualTo(Standing.CONDITIONAL);
    }
}
