package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.Accession.Step;
import org.comity.law.Comparison.Difference;
import org.junit.jupiter.api.Test;

/** What the law of a State still lacks, how States cover a provision, and how their laws differ. */
class GapsTest {

    static final LawBase LAW = LawBase.load();
    static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private static Gaps gaps(String state, String instrument) {
        return Gaps.of(LAW, StateCode.of(state), instrument, DAY).orElseThrow();
    }

    private static Gaps.Row row(Gaps gaps, String provision) {
        return gaps.provisions().stream()
                .filter(r -> r.provision().id().equals(provision))
                .findFirst()
                .orElseThrow();
    }

    private static Step step(String state, String instrument) {
        return gaps(state, instrument).accession().step();
    }

    @Test
    void everyRequiredProvisionIsCountedOnceAndEveryAnswerHasASource() {
        for (State state : LAW.states()) {
            Gaps gaps = Gaps.of(LAW, state.code(), "ets185", DAY).orElseThrow();
            assertThat(gaps.counts().values().stream().mapToInt(i -> i).sum())
                    .isEqualTo(gaps.required().size());
            assertThat(gaps.provisions())
                    .allSatisfy(r -> assertThat(r.law().source()).isNotBlank());
        }
    }

    @Test
    void noLawIsCitedForADayBeforeTheYearInWhichItWasEnacted() {
        LocalDate day = LocalDate.parse("2009-06-01");
        for (State state : LAW.states()) {
            Gaps gaps = Gaps.of(LAW, state.code(), "ets185", day).orElseThrow();
            assertThat(gaps.provisions().stream()
                            .flatMap(row -> row.law().citations().stream())
                            .flatMap(citation -> citation.act().stream())
                            .flatMap(act -> act.enacted().stream()))
                    .as("%s", state.code())
                    .allMatch(year -> year < 2009);
        }
    }

    @Test
    void whatTheLawWasBeforeAnActIsUnknownAndNeverAbsent() {
        StateCode jordan = StateCode.of("JO");
        ProvisionInLaw before = ProvisionInLaw.of(LAW, jordan, "ets185:2", LocalDate.parse("2022-12-31"));
        assertThat(before.coverage()).isEqualTo(Coverage.UNKNOWN);
        assertThat(before.citations()).isEmpty();
        assertThat(before.toCome()).isNotEmpty();
        ProvisionInLaw within = ProvisionInLaw.of(LAW, jordan, "ets185:2", LocalDate.parse("2023-07-01"));
        assertThat(within.citations()).isEmpty();
        assertThat(within.toCome()).isEmpty();
        assertThat(ProvisionInLaw.of(LAW, jordan, "ets185:2", LocalDate.parse("2024-01-01"))
                        .coverage())
                .isEqualTo(Coverage.FULL);
    }

    @Test
    void aGapThatTheFileNamesIsNotCoveredAndOneItSaysNothingOfIsUnknown() {
        NationalLaw named = LAW.states().stream()
                .flatMap(s -> LAW.nationalLaw(s.code()).stream())
                .filter(l ->
                        l.gaps().contains("ets185:17") && l.on("ets185:17", DAY).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(row(gaps(named.state().value(), "ets185"), "ets185:17").coverage())
                .isEqualTo(Coverage.NONE);
        Gaps.Row german = row(gaps("DE", "ets185"), "ets185:13");
        assertThat(german.coverage()).isEqualTo(Coverage.UNKNOWN);
        assertThat(german.law().basis()).isEqualTo(Basis.RECALLED);
    }

    @Test
    void lawSetAgainstTheBudapestConventionAnswersForTheSameConductAndPowerUnderTheUnitedNationsConvention() {
        Gaps german = gaps("DE", "uncc");
        assertThat(row(german, "uncc:7").law().best().orElseThrow().text()).isEqualTo("Criminal Code, 202a");
        assertThat(row(german, "uncc:25").coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(row(german, "uncc:15").law().best().orElseThrow().text()).isEqualTo("Criminal Code, 176b");
    }

    @Test
    void aReservationStandsBesideTheProvisionItTouches() {
        assertThat(row(gaps("AR", "ets185"), "ets185:9").law().declared())
                .extracting(Declaration::article)
                .contains("9(4)");
        assertThat(row(gaps("PT", "ets185"), "ets185:2").law().declared()).isEmpty();
    }

    @Test
    void enactedLawThatHasNotCommencedCoversNothing() {
        Citation dormant = LAW.states().stream()
                .flatMap(s -> LAW.nationalLaw(s.code()).stream())
                .flatMap(l -> l.provisions().stream().filter(p -> !p.inForce()).map(p -> Citation.of(l, p)))
                .findFirst()
                .orElseThrow();
        ProvisionInLaw law =
                ProvisionInLaw.of(LAW, dormant.state(), dormant.provision().mapsTo(), DAY);
        assertThat(law.citations()).doesNotContain(dormant);
        assertThat(law.toCome()).contains(dormant);
    }

    @Test
    void whatIsMissingForAccessionFollowsFromTheTieAndFromWhoMayJoin() {
        assertThat(step("PT", "ets185")).isEqualTo(Step.BOUND);
        assertThat(step("IE", "ets185")).isEqualTo(Step.RATIFY);
        assertThat(step("KE", "ets185")).isIn(Step.ACCEDE_AS_INVITED, Step.BOUND);
        assertThat(step("CN", "ets185")).isEqualTo(Step.ASK_FOR_INVITATION);
        assertThat(step("CN", "cets224")).isEqualTo(Step.JOIN_OTHER_FIRST);
        assertThat(step("BR", "cets224")).isIn(Step.ACCEDE, Step.RATIFY);
        assertThat(step("JP", "cets224")).isEqualTo(Step.WAITS);
        assertThat(step("PT", "malabo")).isEqualTo(Step.NOT_OPEN);
        assertThat(step("DE", "cloud-us-uk")).isEqualTo(Step.NOT_OPEN);
        assertThat(step("DE", "us-sca")).isEqualTo(Step.NOT_OPEN);
    }

    @Test
    void examplesForADrafterBeginWithFullCoverageReadInTheText() {
        AcrossStates access = AcrossStates.of(LAW, "ets185:2", DAY);
        assertThat(access.examples().getFirst().provision())
                .returns("full", NationalLaw.NationalProvision::coverage)
                .returns(Basis.VERIFIED, NationalLaw.NationalProvision::basis)
                .satisfies(p -> assertThat(p.seen()).contains("text"));
        assertThat(access.examples()).isSortedAccordingTo(Citation.BEST_FIRST);
        int all = access.counts().values().stream().mapToInt(i -> i).sum();
        assertThat(access.countsByRegion(LAW).values().stream()
                        .flatMap(c -> c.values().stream())
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(all)
                .isEqualTo(access.states().size());
    }

    @Test
    void differencesAreMarkedAndSilenceIsNoDifference() {
        Comparison comparison = Comparison.of(LAW, List.of(StateCode.of("DE"), StateCode.of("PT")), "ets185", DAY);
        assertThat(comparison.rows())
                .extracting(r -> r.provision().id())
                .startsWith("ets185:2")
                .contains("ets185:16");
        Comparison.Row access = comparison.rows().getFirst();
        assertThat(access.differences()).contains(Difference.PENALTY);
        assertThat(comparison.rows().stream()
                        .filter(r -> r.laws().stream().anyMatch(l -> l.coverage() == Coverage.UNKNOWN)))
                .allSatisfy(r -> assertThat(r.differences()).isEmpty());
        assertThat(Comparison.of(LAW, List.of(StateCode.of("DE"), StateCode.of("DE")), "ets185", DAY)
                        .differing())
                .isEmpty();
    }
}
