package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.law.Finding.Result;
import org.comity.law.Jurisdiction.Connection;
import org.comity.law.JurisdictionRule.Link;
import org.junit.jupiter.api.Test;

class JurisdictionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LawBase LAW = LawBase.load();
    private static final Jurisdiction JURISDICTION = new Jurisdiction(LAW);

    @Test
    void thePartyInWhoseTerritoryItWasCommittedMustHaveJurisdiction() {
        var claim = only("PT", Link.TERRITORY);

        assertThat(claim.standing()).isEqualTo(Result.MET);
        assertThat(claim.findings()).anySatisfy(finding -> {
            assertThat(finding.provision()).isEqualTo("ets185:22");
            assertThat(finding.reason())
                    .contains("Portugal must have jurisdiction", "committed in its territory", "22(1)(a)");
        });
    }

    @Test
    void aReservationTakesWhatItIsMadeAgainstAndNothingElse() {
        assertThat(only("CA", Link.NATIONAL).findings())
                .filteredOn(finding -> finding.provision().equals("ets185:22"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.result()).isEqualTo(Result.DISCRETIONARY);
                    assertThat(finding.reason())
                            .contains("No jurisdiction over nationals for acts outside its territory");
                });
        assertThat(only("CA", Link.TERRITORY).standing()).isEqualTo(Result.MET);
    }

    @Test
    void aWithdrawnReservationTakesNothing() {
        assertThat(only("LV", Link.NATIONAL).standing()).isEqualTo(Result.MET);
    }

    @Test
    void theSeatOfTheProviderGivesNoJurisdictionOverTheOffence() {
        var claim = only("US", Link.PROVIDER_SEAT);

        assertThat(claim.standing()).isEqualTo(Result.NOT_MET);
        assertThat(claim.findings().getFirst().reason()).contains("no jurisdiction over the offence");
    }

    @Test
    void aStateThatNoTreatyBindsIsUnknownAndNotWithoutJurisdiction() {
        assertThat(JURISDICTION
                        .over(List.of(new Connection(StateCode.of("PT"), Link.TERRITORY)), LocalDate.of(1999, 1, 1))
                        .claims())
                .singleElement()
                .extracting(Jurisdiction.Claim::standing)
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void whereSeveralPartiesCanClaimItTheyConsult() {
        var answer = JURISDICTION.over(
                List.of(
                        new Connection(StateCode.of("PT"), Link.TERRITORY),
                        new Connection(StateCode.of("FR"), Link.TERRITORY)),
                DAY);

        assertThat(answer.together()).anySatisfy(finding -> {
            assertThat(finding.provision()).isEqualTo("ets185:22");
            assertThat(finding.reason()).contains("consult", "22(5)");
        });
        assertThat(JURISDICTION
                        .over(List.of(new Connection(StateCode.of("PT"), Link.TERRITORY)), DAY)
                        .together())
                .isEmpty();
    }

    @Test
    void whatFollowsFromFactsIsNoFact() {
        assertThatThrownBy(() -> new Connection(StateCode.of("PT"), Link.SEVERAL))
                .hasMessageContaining("follows from other facts");
    }

    @Property(tries = 200)
    void oneMoreFactNeverWeakensAClaimAndTheirOrderDoesNotMatter(
            @ForAll("facts") Set<Connection> facts, @ForAll("fact") Connection more) {
        var before = JURISDICTION.over(facts, DAY).claims();
        var with = new LinkedHashSet<Connection>();
        with.add(more);
        with.addAll(facts);
        var after = JURISDICTION.over(with, DAY).claims();

        assertThat(before)
                .allSatisfy(claim -> assertThat(after)
                        .filteredOn(other -> other.state().equals(claim.state()))
                        .singleElement()
                        .satisfies(other -> assertThat(strength(other)).isGreaterThanOrEqualTo(strength(claim))));
        assertThat(JURISDICTION.over(List.copyOf(with).reversed(), DAY).claims())
                .hasSameElementsAs(after);
    }

    private static int strength(Jurisdiction.Claim claim) {
        return List.of(Result.NOT_MET, Result.UNKNOWN, Result.DISCRETIONARY, Result.MET)
                .indexOf(claim.standing());
    }

    @Provide
    Arbitrary<Connection> fact() {
        return Combinators.combine(
                        Arbitraries.of(LAW.states().stream().map(State::code).toList()),
                        Arbitraries.of(Arrays.stream(Link.values())
                                .filter(Link::isFact)
                                .toList()))
                .as(Connection::new);
    }

    @Provide
    Arbitrary<Set<Connection>> facts() {
        return fact().set().ofMaxSize(6);
    }

    private static Jurisdiction.Claim only(String state, Link link) {
        return JURISDICTION
                .over(List.of(new Connection(StateCode.of(state), link)), DAY)
                .claims()
                .getFirst();
    }
}
