package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.comity.law.Finding.Result;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;

    private static RoutePlan plan(
            String from, String to, String on, Measure measure, DataCategory data, String offence) {
        return new RoutePlanner(LAW)
                .plan(new RouteQuery(
                        StateCode.of(from), StateCode.of(to), LocalDate.parse(on), measure, data, Offence.of(offence)));
    }

    private static Route preservation(String from, String to, String on, String offence) {
        return plan(from, to, on, Measure.PRESERVE, DataCategory.CONTENT, offence)
                .route("ets185:29")
                .orElseThrow();
    }

    private static Finding finding(Route route, String rule) {
        return route.finding(rule).orElseThrow();
    }

    @Test
    void preservationFromPortugalToBrazilIsOpenOnceBrazilIsBound() {
        Route route = preservation("PT", "BR", "2024-05-01", "ets185:2");
        assertThat(route.standing()).isEqualTo(Standing.OPEN);
        assertThat(route.dualCriminality()).isEqualTo(DualCriminality.NOT_REQUIRED);
        assertThat(route.channel()).isEqualTo(Channel.CONTACT_24_7);
        assertThat(finding(route, "requesting-bound").reason())
                .isEqualTo("Portugal has been bound by the Budapest Convention since 1 July 2010.");
        assertThat(finding(route, "requested-bound").reason())
                .isEqualTo("Brazil has been bound by the Budapest Convention since 1 March 2023.");
    }

    @Test
    void aReasonIsASentence() {
        assertThat(finding(preservation("US", "NL", "2024-05-01", "ets185:2"), "requesting-bound")
                        .reason())
                .isEqualTo(
                        "The United States of America has been bound by the Budapest Convention since 1 January 2007.");
        assertThat(finding(preservation("PT", "NL", "2024-05-01", "other:stalking"), "dual-criminality")
                        .reason())
                .contains("this data set holds declarations of the Netherlands");
    }

    @Test
    void theDayBeforeBrazilIsBoundTheRouteIsClosed() {
        Route route = preservation("PT", "BR", "2023-02-28", "ets185:2");
        assertThat(route.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(route, "requested-bound"))
                .returns(Result.NOT_MET, Finding::result)
                .returns(
                        "Brazil was not yet bound by the Budapest Convention on 28 February 2023; it is from 1 March 2023.",
                        Finding::reason);
    }

    @Test
    void preservationLastsAtLeastSixtyDaysFromBeingEffected() {
        assertThat(preservation("PT", "BR", "2024-05-01", "ets185:2").deadlines())
                .singleElement()
                .returns("ets185:29(7)", Deadline::provision)
                .returns(Deadline.Kind.MIN, Deadline::kind)
                .satisfies(d -> assertThat(d.length()).contains(Period.ofDays(60)));
    }

    @Test
    void aStateWithoutDeclarationRowsKeepsTheTreatysRuleWithANote() {
        Route route = preservation("PT", "BR", "2024-05-01", "other:stalking");
        assertThat(route.standing()).isEqualTo(Standing.OPEN);
        assertThat(finding(route, "declarations-known")).returns(Result.UNKNOWN, Finding::result);
    }

    @Test
    void aReservingStateMayNotAskDualCriminalityForOffencesOfArticlesTwoToEleven() {
        Route route = preservation("FR", "DE", "2024-05-01", "ets185:2");
        assertThat(route.standing()).isEqualTo(Standing.OPEN);
        assertThat(route.dualCriminality()).isEqualTo(DualCriminality.NOT_REQUIRED);
        assertThat(route.refusalGrounds()).extracting(RefusalGround::id).doesNotContain("ets185:29(4)");
    }

    @Test
    void aReservingStateMayRefuseOutsideOfThemUnlessTheOffenceIsKnownInBothLaws() {
        Route unknown = preservation("FR", "DE", "2024-05-01", "other:stalking");
        assertThat(unknown.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(unknown.dualCriminality()).isEqualTo(DualCriminality.DISCRETIONARY);
        assertThat(finding(unknown, "reservation")).returns(Result.DISCRETIONARY, Finding::result);
        assertThat(finding(unknown, "dual-criminality")).returns(Result.UNKNOWN, Finding::result);
        assertThat(unknown.refusalGrounds()).extracting(RefusalGround::id).contains("ets185:29(4)");

        Route known = preservation("FR", "DE", "2026-05-01", "ets189:3");
        assertThat(known.standing()).isEqualTo(Standing.OPEN);
        assertThat(known.dualCriminality()).isEqualTo(DualCriminality.MET);
        assertThat(finding(known, "dual-criminality").basis())
                .as("one of the two laws is only recalled")
                .isEqualTo(Basis.RECALLED);
    }

    @Test
    void theSameConductUnderAnotherConventionIsOutsideOfTheReservationToo() {
        assertThat(preservation("FR", "DE", "2024-05-01", "uncc:7").dualCriminality())
                .isEqualTo(DualCriminality.NOT_REQUIRED);
    }

    @Test
    void aReservationForCoerciveMeasuresSaysSo() {
        Route route = preservation("PT", "NG", "2024-05-01", "other:stalking");
        assertThat(finding(route, "reservation").reason()).contains("if coercion is needed");
    }

    @Test
    void theCzechReservationCountsOnlyUntilItsWithdrawal() {
        assertThat(preservation("PT", "CZ", "2019-07-04", "other:stalking").dualCriminality())
                .isEqualTo(DualCriminality.DISCRETIONARY);
        Route after = preservation("PT", "CZ", "2019-07-05", "other:stalking");
        assertThat(after.dualCriminality()).isEqualTo(DualCriminality.NOT_REQUIRED);
        assertThat(after.standing()).isEqualTo(Standing.OPEN);
        assertThat(finding(after, "reservation").reason())
                .isEqualTo(
                        "Dual criminality is not a condition: Czechia withdrew its reservation under article 29(4) on"
                                + " 5 July 2019.");
    }

    @Test
    void aStateThatOnlySignedCannotBeAsked() {
        Route route = preservation("PT", "IE", "2024-05-01", "ets185:2");
        assertThat(route.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(route, "requested-bound").reason()).startsWith("Ireland has signed the Budapest Convention");
    }

    @Test
    void directDisclosureWaitsForTheSecondProtocolToEnterIntoForce() {
        Route route = plan(
                        "RS",
                        "HU",
                        "2026-06-01",
                        Measure.SUBSCRIBER_DISCLOSURE_DIRECT,
                        DataCategory.SUBSCRIBER,
                        "ets185:2")
                .route("cets224:7")
                .orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(route, "in-force")).returns(Result.NOT_MET, Finding::result);
        assertThat(finding(route, "requested-bound").reason())
                .isEqualTo(
                        "Hungary has consented to be bound by the Second Additional Protocol to the Budapest Convention"
                                + " on 5 February 2026.");
    }

    @Test
    void japanHasReservedDirectDisclosure() {
        Route route = plan(
                        "HU",
                        "JP",
                        "2026-06-01",
                        Measure.SUBSCRIBER_DISCLOSURE_DIRECT,
                        DataCategory.SUBSCRIBER,
                        "ets185:2")
                .route("cets224:7")
                .orElseThrow();
        assertThat(finding(route, "article-applied").reason())
                .isEqualTo("Japan has reserved the right not to apply article 7 (article 7(9)(a)).");
    }

    @Test
    void theEuropeanPreservationOrderOpensOnItsDayOfApplication() {
        assertThat(european("PT", "ES", "2026-08-17").standing()).isEqualTo(Standing.CLOSED);
        Route open = european("PT", "ES", "2026-08-18");
        assertThat(open.standing()).isEqualTo(Standing.OPEN);
        assertThat(open.refusalGrounds()).isNotEmpty();
        assertThat(open.deadlines()).extracting(Deadline::provision).containsExactly("eu2023-1543:11(1)");
    }

    @Test
    void theEuropeanPreservationOrderNeverGoesToDenmark() {
        Route route = european("PT", "DK", "2026-09-01");
        assertThat(route.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(route, "requested-bound").reason()).startsWith("Denmark takes no part in");
    }

    private static Route european(String from, String to, String on) {
        return plan(from, to, on, Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                .route("eu2023-1543:6")
                .orElseThrow();
    }

    @Test
    void theInvestigationOrderReplacesTheConventionOf1959BetweenTheStatesItBinds() {
        Route replaced = letters("PT", "ES");
        assertThat(replaced.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(replaced, "not-replaced").provision()).isEqualTo("eu2014-41:34");

        Route irish = letters("PT", "IE");
        assertThat(irish.finding("not-replaced")).isEmpty();
        assertThat(irish.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(irish.channel()).as("both are Parties to ETS 182").isEqualTo(Channel.JUDICIAL_DIRECT);
    }

    private static Route letters(String from, String to) {
        return plan(from, to, "2024-05-01", Measure.PRODUCE, DataCategory.CONTENT, "ets185:2")
                .route("ets30:5")
                .orElseThrow();
    }

    @Test
    void palermoDependsOnFactsThatTheQueryDoesNotTell() {
        Route route = plan("PT", "BR", "2024-05-01", Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                .route("untoc:18")
                .orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(finding(route, "transnational")).returns(Result.UNKNOWN, Finding::result);
        assertThat(finding(route, "organized-group")).returns(Result.UNKNOWN, Finding::result);
        assertThat(finding(route, "serious-crime").reason())
                .contains("only in aggravated form, up to 5 years (Cybercrime Act, art. 6)");
    }

    @Test
    void palermoIsClosedForAnOffenceThatIsNotSerious() {
        Route route = plan("JP", "HU", "2024-05-01", Measure.PRODUCE, DataCategory.SUBSCRIBER, "ets185:2")
                .route("untoc:18")
                .orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.CLOSED);
        assertThat(finding(route, "serious-crime")).returns(Result.NOT_MET, Finding::result);
    }

    @Test
    void aListedOffenceNeedsNoMinimumPenaltyForAProductionOrder() {
        Route route = plan("PT", "ES", "2026-09-01", Measure.PRODUCE, DataCategory.TRAFFIC, "ets185:2")
                .route("eu2023-1543:5")
                .orElseThrow();
        assertThat(finding(route, "threshold")).returns(Result.MET, Finding::result);
        Route subscriber = plan("PT", "ES", "2026-09-01", Measure.PRODUCE, DataCategory.SUBSCRIBER, "other:theft")
                .route("eu2023-1543:5")
                .orElseThrow();
        assertThat(subscriber.finding("threshold"))
                .as("not asked for subscriber data")
                .isEmpty();
        assertThat(subscriber.standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void aProvisionThatIsNotMadeForTheMeasureLeavesItToTheRequestedState() {
        RoutePlan plan = plan("RU", "KZ", "2024-05-01", Measure.PRESERVE, DataCategory.TRAFFIC, "ets185:2");
        Route general = plan.route("cis2018:5").orElseThrow();
        assertThat(general.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(finding(general, "made-for-measure")).returns(Result.DISCRETIONARY, Finding::result);
        assertThat(plan.route("cis2001:5").orElseThrow().finding("not-replaced"))
                .isPresent();
    }

    @Test
    void malaboPromisesHelpWithoutAProcedureAndRequiresDualCriminality() {
        Route route = plan("GH", "MU", "2024-05-01", Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                .route("malabo:28")
                .orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.CONDITIONAL);
        assertThat(finding(route, "programmatic")).returns(Result.DISCRETIONARY, Finding::result);
        assertThat(route.dualCriminality())
                .as("only the heading of the law of Mauritius was read")
                .isEqualTo(DualCriminality.UNKNOWN);
        assertThat(route.refusalGrounds()).isEmpty();
    }

    @Test
    void theFactsOfTheCaseDecideWhereDualCriminalityIsRequired() {
        RouteQuery query = new RouteQuery(
                StateCode.of("GH"),
                StateCode.of("MU"),
                LocalDate.parse("2024-05-01"),
                Measure.PRESERVE,
                DataCategory.CONTENT,
                Offence.of("ets185:2"));
        RoutePlanner planner = new RoutePlanner(LAW);
        Route open = planner.plan(query).route("malabo:28").orElseThrow();
        assertThat(finding(open, "question").reason())
                .isEqualTo("This would settle it: Did the conduct break a security measure?");
        Route settled = planner.plan(query.with(Facts.of("security-breached", "dishonest-intent")))
                .route("malabo:28")
                .orElseThrow();
        assertThat(settled.dualCriminality()).isEqualTo(DualCriminality.MET);
    }

    @Test
    void aDayBeforeTheSourceOfAnUndatedPartyIsUnknown() {
        Route route = plan("AE", "EG", "2015-01-01", Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                .route("arab2010:37")
                .orElseThrow();
        assertThat(route.standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void theAuthorityComesFromTheDirectoryWithTheDayItWasLastConfirmed() {
        Authority authority =
                preservation("BR", "PT", "2024-05-01", "ets185:2").authority().orElseThrow();
        assertThat(authority.institution()).isEqualTo("Judicial Police (Polícia Judiciária)");
        assertThat(authority.lastConfirmed()).isEqualTo(LocalDate.parse("2010-07-19"));
        assertThat(authority.alwaysOn()).isTrue();
    }

    @Test
    void openRoutesStandBeforeConditionalOnesAndThoseBeforeClosedOnes() {
        assertThat(plan("PT", "ES", "2026-11-01", Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                        .routes())
                .extracting(Route::provision)
                .startsWith("eu2023-1543:6", "ets185:29", "eu2014-41:32", "untoc:18");
    }

    @Test
    void anOpenCategoryLeavesANarrowRouteConditional() {
        Route route = plan("RS", "HU", "2026-06-01", Measure.PRODUCE, DataCategory.ANY, "ets185:2")
                .route("cets224:7")
                .orElseThrow();
        assertThat(finding(route, "data-category").reason()).contains("reaches only subscriber data");
    }

    @Test
    void aStateCannotAskItselfForAssistance() {
        assertThat(plan("PT", "PT", "2024-05-01", Measure.PRESERVE, DataCategory.CONTENT, "ets185:2")
                        .route("ets185:29"))
                .isEmpty();
    }

    @Test
    void theEuropeanUnionIsNotAState() {
        assertThatThrownBy(() -> preservation("EU", "PT", "2024-05-01", "ets185:2"))
                .isInstanceOf(InvalidRouteQueryException.class)
                .hasMessageContaining("name one of its Member States");
    }

    @Test
    void anOffenceMustBeKnown() {
        assertThatThrownBy(() -> preservation("PT", "BR", "2024-05-01", "ets185:99"))
                .isInstanceOf(InvalidRouteQueryException.class)
                .hasMessageContaining("no offence “ets185:99”")
                .hasMessageContaining("ets185:2,");
    }
}
