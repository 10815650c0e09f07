package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.comity.law.DualCriminalityAssessment.Asks;
import org.comity.law.DualCriminalityAssessment.Weight;
import org.comity.law.Finding.Result;
import org.junit.jupiter.api.Test;

class DualCriminalityAssessmentTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private static DualCriminalityAssessment assess(String from, String to, String offence, String... facts) {
        return DualCriminalityAssessment.of(
                LAW, StateCode.of(from), StateCode.of(to), DAY, Offence.of(offence), Facts.of(facts));
    }

    @Test
    void anOpenAnswerSaysWhatWouldSettleIt() {
        DualCriminalityAssessment open = assess("PT", "DE", "ets185:2");
        assertThat(open.result()).isEqualTo(Result.UNKNOWN);
        assertThat(open.questions())
                .extracting(Question::text)
                .containsExactly("Did the conduct break a security measure?");
        assertThat(open.findings().getLast().reason())
                .isEqualTo(
                        "The law of Germany makes the conduct an offence if it has a breach of security measures, which"
                                + " Criminal Code, art. 202a asks or may ask and which is not known.");
    }

    @Test
    void aFactThatAnswersTheQuestionSettlesIt() {
        assertThat(assess("PT", "DE", "ets185:2", "security-breached").questions())
                .isEmpty();
        DualCriminalityAssessment none = assess("PT", "DE", "ets185:2", "no-security-breach");
        assertThat(none.result()).isEqualTo(Result.NOT_MET);
        assertThat(none.findings().getLast().reason())
                .isEqualTo("The law of Germany does not make the conduct an offence: Criminal Code, art. 202a asks a"
                        + " breach of security measures, and the facts say otherwise.");
    }

    @Test
    void bothLawsStandSideBySideWithTheWeightOfTheirSources() {
        DualCriminalityAssessment both = assess("DE", "PT", "ets185:2");
        assertThat(both.requestingLaw()).singleElement().satisfies(p -> {
            assertThat(p.cited()).isEqualTo("Criminal Code, art. 202a");
            assertThat(p.weight()).isEqualTo(Weight.VERIFIED);
        });
        assertThat(both.requestedLaw()).singleElement().satisfies(p -> {
            assertThat(p.cited()).isEqualTo("Cybercrime Act, art. 6");
            assertThat(p.weight()).isEqualTo(Weight.VERIFIED_TEXT);
            assertThat(p.result()).isEqualTo(Result.MET);
        });
        assertThat(assess("PT", "MU", "ets185:2").requestedLaw())
                .extracting(DualCriminalityAssessment.ProvisionOfLaw::weight)
                .containsOnly(Weight.VERIFIED_HEADING);
    }

    @Test
    void eachElementIsComparedAndMarkedWhereTheResultTurnsOnIt() {
        assertThat(assess("PT", "DE", "ets185:2").elements())
                .filteredOn(e -> e.element() == Element.SECURITY_BREACH)
                .singleElement()
                .returns(Asks.NOT_ASKED, DualCriminalityAssessment.ElementCompared::requesting)
                .returns(Asks.ASKED, DualCriminalityAssessment.ElementCompared::requested)
                .returns(true, DualCriminalityAssessment.ElementCompared::matters)
                .satisfies(e -> assertThat(e.known()).isEmpty());
        assertThat(assess("DE", "PT", "ets185:2").elements())
                .noneMatch(DualCriminalityAssessment.ElementCompared::matters);
    }

    @Test
    void aDeclaredElementIsCited() {
        assertThat(assess("PT", "US", "ets185:4").findings())
                .filteredOn(f -> f.rule().equals("declared"))
                .singleElement()
                .returns("ets185:4", Finding::provision)
                .returns(Result.UNKNOWN, Finding::result)
                .satisfies(f -> assertThat(f.reason())
                        .startsWith("The United States of America has declared under article 4(2): "));
    }

    @Test
    void seriousCrimeUnderPalermoIsFourYearsInTheLawOfTheRequestingState() {
        assertThat(assess("PT", "BR", "ets185:2").penalties())
                .filteredOn(p -> p.finding().provision().startsWith("untoc:"))
                .isNotEmpty()
                .allSatisfy(p -> {
                    assertThat(p.atLeastMonths()).isEqualTo(48);
                    assertThat(p.state()).isEqualTo(StateCode.of("PT"));
                    assertThat(p.ceiling()).contains(12);
                    assertThat(p.finding().result()).isEqualTo(Result.UNKNOWN);
                });
        assertThat(assess("BR", "PT", "ets185:2").penalties())
                .as("Brazil punishes access by exactly four years")
                .filteredOn(p -> p.finding().provision().startsWith("untoc:"))
                .allSatisfy(p -> assertThat(p.finding().result()).isEqualTo(Result.MET));
    }

    @Test
    void aThresholdOfAnInstrumentThatDoesNotBindBothIsNotListed() {
        assertThat(assess("PT", "BR", "ets185:2").penalties())
                .noneMatch(p -> p.finding().provision().startsWith("eu"));
    }

    @Test
    void anOffenceMustBeKnown() {
        assertThatThrownBy(() -> assess("PT", "BR", "ets185:99")).isInstanceOf(InvalidRouteQueryException.class);
    }

    record Case(StateCode requesting, StateCode requested, LocalDate on, Offence offence, Facts facts) {

        DualCriminalityAssessment assessed() {
            return DualCriminalityAssessment.of(LAW, requesting, requested, on, offence, facts);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<StateCode> states = Arbitraries.of(LAW.states().stream()
                .map(State::code)
                .filter(c -> !c.value().equals("EU"))
                .toList());
        Arbitrary<LocalDate> days = Dates.dates().between(LocalDate.parse("2001-01-01"), LocalDate.parse("2030-12-31"));
        Arbitrary<Offence> offences = Arbitraries.of(LAW.offences()).map(Offence::of);
        Arbitrary<Facts> facts = Arbitraries.of(Element.values())
                .set()
                .ofMaxSize(3)
                .flatMap(there -> Arbitraries.of(Element.values())
                        .set()
                        .ofMaxSize(2)
                        .map(absent -> new Facts(
                                Elements.of(there),
                                Elements.of(absent)
                                        .withIncluding()
                                        .without(Elements.of(there).withIncluded()),
                                there.size() == 1 ? java.util.Optional.of(true) : java.util.Optional.empty())));
        return Combinators.combine(states, states, days, offences, facts).as(Case::new);
    }

    @Property(tries = 2000)
    void theSentencesAgreeWithTheFunctionThatTheMatrixUses(@ForAll("cases") Case one) {
        DualCriminalityAssessment assessment = one.assessed();
        assertThat(assessment.result())
                .isEqualTo(assessment.findings().getLast().result())
                .isEqualTo(ConductProfile.dualCriminality(
                        LAW.conduct(one.requesting(), one.offence(), one.on()),
                        LAW.conduct(one.requested(), one.offence(), one.on()),
                        one.facts()));
        boolean caught = assessment.requestedLaw().stream().anyMatch(p -> p.result() == Result.MET);
        boolean pursued = assessment.requestingLaw().stream().anyMatch(p -> p.result() == Result.MET);
        assertThat(assessment.result() == Result.MET).isEqualTo(caught && pursued);
    }

    @Property(tries = 1000)
    void notMetRestsOnALawThatWasRead(@ForAll("cases") Case one) {
        DualCriminalityAssessment assessment = one.assessed();
        if (assessment.result() == Result.NOT_MET) {
            assertThat(assessment.findings().getLast().basis()).isEqualTo(Basis.VERIFIED);
            assertThat(List.of(assessment.requestingLaw(), assessment.requestedLaw()))
                    .anySatisfy(side -> assertThat(side)
                            .isNotEmpty()
                            .allSatisfy(p -> assertThat(p.weight()).isIn(Weight.VERIFIED_TEXT, Weight.VERIFIED)));
        }
    }

    @Property(tries = 1000)
    void anOpenAnswerAsksSomethingAndASettledOneNothing(@ForAll("cases") Case one) {
        DualCriminalityAssessment assessment = one.assessed();
        boolean settled = Set.of(Result.MET, Result.NOT_MET).contains(assessment.result());
        assertThat(assessment.questions().isEmpty()).isEqualTo(settled);
        assertThat(assessment.findings()).allSatisfy(f -> {
            assertThat(LAW.provision(f.provision())).isPresent();
            assertThat(f.source()).isNotBlank();
        });
    }

    @Property(tries = 500)
    void whatOneKnowsMoreNeverTakesAwayAMetAnswer(@ForAll("cases") Case one) {
        if (one.assessed().result() == Result.MET) {
            Elements more = one.facts()
                    .present()
                    .and(Elements.of(Element.values()).without(one.facts().absent()));
            Facts known = new Facts(more, one.facts().absent(), one.facts().onlyAttempted());
            assertThat(new Case(one.requesting(), one.requested(), one.on(), one.offence(), known)
                            .assessed()
                            .result())
                    .isEqualTo(Result.MET);
        }
    }
}
