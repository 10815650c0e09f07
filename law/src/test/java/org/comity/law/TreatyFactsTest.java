package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the shipped data set says about who is bound by what. */
class TreatyFactsTest {

    static final LawBase LAW = LawBase.load();

    private static boolean bound(String state, String instrument, String day) {
        return LAW.boundOn(StateCode.of(state), instrument, LocalDate.parse(day));
    }

    @Test
    void brazilIsBoundByTheBudapestConventionFromTheFirstOfMarch2023() {
        assertThat(bound("BR", "ets185", "2023-02-28")).isFalse();
        assertThat(bound("BR", "ets185", "2023-03-01")).isTrue();
    }

    @Test
    void newZealandIsBoundFromTheFirstOfDecember2025() {
        assertThat(bound("NZ", "ets185", "2025-11-30")).isFalse();
        assertThat(bound("NZ", "ets185", "2025-12-01")).isTrue();
    }

    @Test
    void irelandHasOnlySignedTheBudapestConvention() {
        Status ireland = LAW.status(StateCode.of("IE"), "ets185").orElseThrow();
        assertThat(ireland.method()).isEqualTo(Status.Method.SIGNATURE_ONLY);
        assertThat(bound("IE", "ets185", "2026-01-01")).isFalse();
    }

    @Test
    void theSecondProtocolBindsNoOneWhileItIsNotInForce() {
        assertThat(LAW.instrument("cets224").orElseThrow().inForce()).isEmpty();
        assertThat(LAW.states()).noneMatch(s -> LAW.boundOn(s.code(), "cets224", LocalDate.parse("2026-06-01")));
    }

    @Test
    void japanHasConsentedToTheSecondProtocolBeforeItIsInForce() {
        Status japan = LAW.status(StateCode.of("JP"), "cets224").orElseThrow();
        assertThat(japan.on(LocalDate.parse("2026-06-01"), java.util.Optional.empty()))
                .isEqualTo(Status.Tie.CONSENTED);
    }

    @Test
    void theEvidenceRegulationAppliesFromAugust2026AndNeverToDenmark() {
        assertThat(bound("PT", "eu2023-1543", "2026-08-17")).isFalse();
        assertThat(bound("PT", "eu2023-1543", "2026-08-18")).isTrue();
        assertThat(bound("DK", "eu2023-1543", "2026-08-18")).isFalse();
    }

    @Test
    void theUnitedKingdomLeftTheInvestigationOrderAtTheEndOfTheTransition() {
        assertThat(bound("GB", "eu2014-41", "2020-12-31")).isTrue();
        assertThat(bound("GB", "eu2014-41", "2021-01-01")).isFalse();
    }

    @Test
    void aPartyWhoseFirstDayIsUnknownIsBoundAtTheLatestOnTheDayOfTheSource() {
        Status egypt = LAW.status(StateCode.of("EG"), "arab2010").orElseThrow();
        assertThat(egypt.entryIntoForce()).isEmpty();
        assertThat(bound("EG", "arab2010", "2015-01-01")).isFalse();
        assertThat(bound("EG", "arab2010", "2016-01-01")).isTrue();
    }

    @Test
    void theCzechReservationWasWithdrawnInJuly2019() {
        Declaration reservation = LAW.declarationsOf(StateCode.of("CZ")).stream()
                .filter(d -> d.article().equals("29(4)"))
                .findFirst()
                .orElseThrow();
        assertThat(reservation.inForceOn(LocalDate.parse("2019-07-04"))).isTrue();
        assertThat(reservation.inForceOn(LocalDate.parse("2019-07-05"))).isFalse();
        assertThat(reservation.inForceOn(LocalDate.parse("2013-11-30"))).isFalse();
    }

    @Test
    void aStateHasItsNameInTheSixLanguagesOfTheUnitedNations() {
        State portugal = LAW.state(StateCode.of("pt")).orElseThrow();
        assertThat(portugal.name()).isEqualTo("Portugal");
        assertThat(portugal.name("ru")).isEqualTo("Португалия");
        assertThat(portugal.name("tlh")).isEqualTo("Portugal");
        assertThat(portugal.memberships()).contains("un", "eu", "coe").doesNotContain("au");
    }

    @Test
    void everyFileOfTheShippedDataSetIsSound() {
        LAW.check();
        assertThat(LAW.states()).hasSizeGreaterThan(190);
        assertThat(LAW.instruments()).hasSizeGreaterThan(15);
        assertThat(LAW.states().stream().filter(s -> LAW.nationalLaw(s.code()).isPresent()))
                .hasSizeGreaterThan(170);
    }

    @Test
    void nationalLawNamesTheActAndWhereItStands() {
        NationalLaw law = LAW.nationalLaw(StateCode.of("PT")).orElseThrow();
        NationalLaw.NationalProvision access =
                law.on("ets185:2", LocalDate.parse("2024-05-01")).getFirst();
        assertThat(law.act(access.act())).map(NationalLaw.Act::title).contains("Cybercrime Act");
        assertThat(access.penaltyMaxMonths()).contains(12);
        assertThat(access.basis()).isEqualTo(Basis.VERIFIED);
    }

    @Test
    void theNewBelgianCodeCountsFromItsFirstDay() {
        NationalLaw law = LAW.nationalLaw(StateCode.of("BE")).orElseThrow();
        assertThat(law.on("ets185:8", LocalDate.parse("2026-08-31")))
                .extracting(NationalLaw.NationalProvision::heading)
                .containsExactly("Computer fraud (1867 Code, earlier acts)");
        assertThat(law.on("ets185:8", LocalDate.parse("2026-09-01"))).hasSize(2);
    }

    @Test
    void aProvisionListsItsGroundsAndContentsUnderStableIds() {
        Provision preservation = LAW.provision("ets185:29").orElseThrow();
        assertThat(preservation.refusalGrounds())
                .extracting(RefusalGround::id)
                .containsExactly("ets185:29(5)(a)", "ets185:29(5)(b)", "ets185:29(4)");
        assertThat(preservation.requestContents())
                .extracting(RequestElement::id)
                .containsExactly(
                        "ets185:29(2)(a)",
                        "ets185:29(2)(b)",
                        "ets185:29(2)(c)",
                        "ets185:29(2)(d)",
                        "ets185:29(2)(e)",
                        "ets185:29(2)(f)");
    }
}
