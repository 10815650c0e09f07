package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Finding.Result;
import org.comity.law.NationalLaw.NationalProvision;
import org.junit.jupiter.api.Test;

/** Dual criminality by conduct, on real laws: Portugal asks no breach of security, Germany and Spain do. */
class ConductProfileTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;

    private static Result between(String from, String to, String on, String offence, String... facts) {
        return between(LAW, from, to, on, offence, facts);
    }

    private static Result between(LawBase law, String from, String to, String on, String offence, String... facts) {
        Offence asked = Offence.of(offence);
        LocalDate day = LocalDate.parse(on);
        return ConductProfile.dualCriminality(
                law.conduct(StateCode.of(from), asked, day),
                law.conduct(StateCode.of(to), asked, day),
                Facts.of(facts));
    }

    @Test
    void aLawThatAsksMoreThanThePursuingOneLeavesTheQuestionToTheFacts() {
        assertThat(between("PT", "DE", "2026-01-01", "ets185:2")).isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "DE", "2026-01-01", "ets185:2", "security-breached"))
                .isEqualTo(Result.MET);
        assertThat(between("PT", "DE", "2026-01-01", "ets185:2", "no-security-breach"))
                .isEqualTo(Result.NOT_MET);
    }

    @Test
    void aLawThatAsksLessCatchesWhatTheOtherPursues() {
        assertThat(between("DE", "PT", "2026-01-01", "ets185:2")).isEqualTo(Result.MET);
    }

    @Test
    void whatTheRequestingLawAsksIsKnownOfTheConductItPursues() {
        assertThat(between("ES", "DE", "2026-01-01", "ets185:2")).isEqualTo(Result.MET);
    }

    @Test
    void aConductThatTheRequestingLawDoesNotPunishIsNoOffenceInBoth() {
        assertThat(between("DE", "PT", "2026-01-01", "ets185:2", "no-security-breach"))
                .isEqualTo(Result.NOT_MET);
    }

    @Test
    void theConductCountsAndNotTheNameOfTheOffence() {
        for (String facts : List.of("security-breached", "no-security-breach")) {
            assertThat(between("PT", "DE", "2026-01-01", "uncc:7", facts))
                    .isEqualTo(between("PT", "DE", "2026-01-01", "ets185:2", facts));
        }
        assertThat(LAW.conduct(StateCode.of("PT"), Offence.of("ets185:2"), LocalDate.parse("2026-01-01")))
                .isEqualTo(LAW.conduct(StateCode.of("PT"), Offence.of("uncc:7"), LocalDate.parse("2026-01-01")));
    }

    @Test
    void theAttemptOfAccessIsNoOffenceInGermany() {
        assertThat(between("PT", "DE", "2026-01-01", "ets185:2", "security-breached", "attempted"))
                .isEqualTo(Result.NOT_MET);
        assertThat(between("DE", "PT", "2026-01-01", "ets185:2", "attempted")).isEqualTo(Result.NOT_MET);
        assertThat(between("FR", "PT", "2026-01-01", "ets185:2", "attempted")).isEqualTo(Result.MET);
    }

    @Test
    void aGeneralRuleOnAttemptCountsOnlyForOffencesWhoseAttemptTheTreatyNames() {
        assertThat(between("PT", "CH", "2026-01-01", "ets185:2", "security-breached", "attempted"))
                .as("article 11(2) leaves attempted access out")
                .isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "CH", "2026-01-01", "ets185:4", "no-serious-harm", "attempted"))
                .isEqualTo(Result.MET);
    }

    @Test
    void aDeclaredElementIsAskedUntilItIsWithdrawn() {
        assertThat(between("PT", "US", "2026-01-01", "ets185:4")).isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "US", "2026-01-01", "ets185:4", "serious-harm"))
                .isEqualTo(Result.MET);
        assertThat(asksSeriousHarm("SK", "2021-04-29")).isTrue();
        assertThat(asksSeriousHarm("SK", "2021-04-30")).isFalse();
    }

    private static boolean asksSeriousHarm(String state, String on) {
        return LAW.conduct(StateCode.of(state), Offence.of("ets185:4"), LocalDate.parse(on)).provisions().stream()
                .allMatch(reach -> reach.asks().has(Element.SERIOUS_HARM));
    }

    @Test
    void aDeclarationAloneRulesNothingOut() {
        assertThat(between("PT", "US", "2026-01-01", "ets185:4", "no-serious-harm"))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void aReservedPartOfAnOffenceIsForTheRequestedStateToJudge() {
        assertThat(between("PT", "GB", "2026-01-01", "ets185:9")).isEqualTo(Result.DISCRETIONARY);
    }

    @Test
    void anElementThatWasOnlyInferredFromTheHeadingStaysOpen() {
        assertThat(between("PT", "MU", "2026-01-01", "ets185:2")).isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "MU", "2026-01-01", "ets185:2", "security-breached", "dishonest-intent"))
                .isEqualTo(Result.MET);
        assertThat(between("PT", "MU", "2026-01-01", "ets185:2", "no-security-breach"))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void aProvisionThatCoversOnlyAPartSettlesNothing() {
        assertThat(between("PT", "BR", "2026-01-01", "ets185:4", "serious-harm"))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void theAbsenceOfARowIsNotTheAbsenceOfAnOffence() {
        assertThat(between("PT", "TL", "2026-01-01", "ets185:2"))
                .as("a bill was read of, the law itself was not")
                .isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "DE", "2026-01-01", "other:stalking")).isEqualTo(Result.UNKNOWN);
        assertThat(between("PT", "DE", "2026-01-01", "untoc:5")).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void enactedLawThatHasNotCommencedIsNoLaw() {
        NationalProvision row = LAW.nationalLaw(StateCode.of("PT"))
                .orElseThrow()
                .on("ets185:2", LocalDate.parse("2026-01-01"))
                .getFirst();
        assertThat(between(withLawOf("TL", row, true), "PT", "TL", "2026-01-01", "ets185:2"))
                .isEqualTo(Result.MET);
        assertThat(between(withLawOf("TL", row, false), "PT", "TL", "2026-01-01", "ets185:2"))
                .isEqualTo(Result.UNKNOWN);
    }

    private static LawBase withLawOf(String state, NationalProvision row, boolean inForce) {
        NationalProvision enacted = new NationalProvision(
                row.mapsTo(),
                "bill",
                row.article(),
                row.heading(),
                row.summary(),
                Map.of("requires_security_breach", false, "requires_dishonest_intent", false),
                false,
                row.penaltyMaxMonths(),
                row.penaltyAggravatedMaxMonths(),
                false,
                "full",
                inForce,
                Optional.of(LocalDate.parse("2026-01-01")),
                Optional.empty(),
                Optional.empty(),
                row.source(),
                Basis.VERIFIED,
                Optional.of("text"),
                "2026-01");
        return LAW.with(List.of(new LawChange.Enacted(
                StateCode.of(state),
                Optional.of(new NationalLaw.Act(
                        "bill", "Bill", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                enacted)));
    }

    @Test
    void belgiansAreJudgedByTheCodeOfTheDay() {
        StateCode belgium = StateCode.of("BE");
        Offence access = Offence.of("ets185:2");
        assertThat(LAW.conduct(belgium, access, LocalDate.parse("2026-08-31")))
                .isNotEqualTo(LAW.conduct(belgium, access, LocalDate.parse("2026-09-01")));
    }

    @Test
    void factsFollowFromOneAnother() {
        assertThat(Facts.of("serious-harm").said()).containsExactly("harm", "serious-harm");
        assertThat(Facts.of("no-harm").said()).containsExactly("no-harm", "no-serious-harm");
        assertThat(Facts.of("dishonest-intent").present().has(Element.INTENT)).isTrue();
        assertThat(Facts.of("no-intent").absent().has(Element.DISHONEST_INTENT)).isTrue();
    }

    @Test
    void factsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> Facts.of("serious-harm", "no-harm"))
                .isInstanceOf(InvalidRouteQueryException.class)
                .hasMessageContaining("“harm” and “no-harm”");
        assertThatThrownBy(() -> Facts.of("attempted", "completed")).isInstanceOf(InvalidRouteQueryException.class);
        assertThatThrownBy(() -> Facts.of("by-night"))
                .isInstanceOf(InvalidRouteQueryException.class)
                .hasMessageContaining("no fact “by-night”")
                .hasMessageContaining("security-breached");
    }
}
