package org.comity.node.legislation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.LawBase;
import org.comity.law.Status.Tie;
import org.comity.node.legislation.InstrumentProfile.Force;
import org.comity.node.legislation.NationalLawByProvision.Entry.Penalty;
import org.comity.node.legislation.NationalLawByProvision.Subject;
import org.comity.node.legislation.StatedAct.Effect;
import org.junit.jupiter.api.Test;

class LawRegisterTests {

    private static final LawBase LAW = LawBase.load();
    private static final LawRegister REGISTER = new LawRegister(() -> LAW);
    private static final LocalDate MAY_2024 = LocalDate.of(2024, 5, 1);

    @Test
    void brazilIsBoundByTheBudapestConventionFromTheFirstOfMarch2023() {
        assertThat(bond("BR", "ets185", LocalDate.of(2023, 2, 28))).satisfies(bond -> {
            assertThat(bond.binds()).isFalse();
            assertThat(bond.tie()).isEqualTo(Tie.NOT_YET);
        });
        assertThat(bond("BR", "ets185", LocalDate.of(2023, 3, 1)).binds()).isTrue();
    }

    @Test
    void whatBindsStandsBeforeWhatDoesNot() {
        List<Boolean> binding =
                profile("IE", MAY_2024).bonds().stream().map(Bond::binds).toList();

        assertThat(binding).contains(true, false).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
    }

    @Test
    void aRegulationThatIsNotAppliedYetBindsNobody() {
        Bond bond = bond("PT", "eu2023-1543", LocalDate.of(2025, 1, 1));

        assertThat(bond.binds()).isFalse();
        assertThat(bond.awaitsApplication()).isTrue();
        assertThat(bond("PT", "eu2023-1543", LocalDate.of(2026, 8, 18)).binds()).isTrue();
    }

    @Test
    void aReservationCountsUntilItIsWithdrawn() {
        assertThat(czechReservation(LocalDate.of(2019, 7, 4)).effect()).isEqualTo(Effect.IN_FORCE);
        assertThat(czechReservation(LocalDate.of(2019, 7, 5)).effect()).isEqualTo(Effect.WITHDRAWN);
    }

    @Test
    void aReservationToATreatyThatIsNotInForceOnlyWaits() {
        assertThat(profile("JP", MAY_2024).acts())
                .filteredOn(act -> act.instrument().id().equals("cets224") && !act.designation())
                .isNotEmpty()
                .extracting(StatedAct::effect)
                .containsOnly(Effect.WAITING);
    }

    @Test
    void aStateIsFoundByItsNameInAnyOfTheSixLanguagesAndByItsCodes() {
        for (String text : List.of("Brazil", "bresil", "البرازيل", "Бразилия", "巴西", "br", "BRA", "076")) {
            assertThat(REGISTER.find(search(text)))
                    .as(text)
                    .first()
                    .satisfies(entry -> assertThat(entry.state().code().value()).isEqualTo("BR"));
        }
    }

    @Test
    void theNameThatMatchedIsShownWhereItIsNotTheEnglishOne() {
        assertThat(REGISTER.find(search("巴西")).getFirst().foundIn()).contains("巴西");
        assertThat(REGISTER.find(search("brazil")).getFirst().foundIn()).isEmpty();
    }

    @Test
    void aSearchByInstrumentKeepsOnlyTheStatesItBindsOnTheDate() {
        List<String> bound = REGISTER
                .find(new StateSearch("", Optional.of("ets185"), Optional.of("GRULAC"), LocalDate.of(2023, 2, 28)))
                .stream()
                .map(entry -> entry.state().code().value())
                .toList();

        assertThat(bound).contains("AR", "CL").doesNotContain("BR", "PT");
    }

    @Test
    void anInstrumentSaysWhyItIsNotInForce() {
        assertThat(instrument("cets224", MAY_2024).force()).isEqualTo(Force.NOT_RECORDED);
        assertThat(instrument("cets224", MAY_2024).bound()).isEmpty();
        assertThat(instrument("eu2023-1543", LocalDate.of(2025, 1, 1)).force()).isEqualTo(Force.NOT_APPLIED_YET);
        assertThat(instrument("ets185", LocalDate.of(2004, 6, 30)).force()).isEqualTo(Force.LATER);
        assertThat(instrument("ets185", LocalDate.of(2004, 7, 1)).force()).isEqualTo(Force.IN_FORCE);
    }

    @Test
    void everyProvisionStandsInAChapter() {
        for (var instrument : REGISTER.instruments()) {
            assertThat(instrument(instrument.id(), MAY_2024).chapters().stream()
                            .mapToInt(chapter -> chapter.articles().size())
                            .sum())
                    .as(instrument.id())
                    .isEqualTo(instrument.provisions().size());
        }
    }

    @Test
    void nationalLawFollowsTheOrderOfTheTreaty() {
        NationalLawByProvision law = profile("BR", MAY_2024).law().orElseThrow();

        assertThat(law.headings().stream().map(heading -> heading.subject().id()))
                .startsWith("ets185:2", "ets185:3")
                .endsWith("x:ncii");
        assertThat(law.gaps()).extracting(Subject::id).containsExactly("ets185:17");
    }

    @Test
    void anElementThatIsNotRecordedIsUnknownAndNotAbsent() {
        var access = profile("BR", MAY_2024)
                .law()
                .orElseThrow()
                .headings()
                .getFirst()
                .entries()
                .getFirst();

        assertThat(access.elementsAsked()).containsExactly("requires_intent");
        assertThat(access.elementsNotAsked()).contains("requires_security_breach", "requires_harm");
        assertThat(access.elementsUnknown()).contains("requires_serious_harm", "by_technical_means");
        assertThat(access.attempt()).isEmpty();
        assertThat(access.penalty()).contains(new Penalty(4, Penalty.Unit.YEARS));
    }

    private static StatedAct czechReservation(LocalDate on) {
        return profile("CZ", on).acts().stream()
                .filter(act -> act.declaration().article().equals("29(4)"))
                .findFirst()
                .orElseThrow();
    }

    private static Bond bond(String state, String instrument, LocalDate on) {
        return profile(state, on).bonds().stream()
                .filter(bond -> bond.instrument().id().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static StateProfile profile(String state, LocalDate on) {
        return REGISTER.state(state, on).orElseThrow();
    }

    private static InstrumentProfile instrument(String id, LocalDate on) {
        return REGISTER.instrument(id, on).orElseThrow();
    }

    private static StateSearch search(String text) {
        return new StateSearch(text, Optional.empty(), Optional.empty(), MAY_2024);
    }
}
