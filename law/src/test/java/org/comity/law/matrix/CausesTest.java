package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.StateCode;
import org.comity.law.matrix.Causes.By;
import org.comity.law.matrix.Causes.Cause;

/** Each number of the history is explained down to the pairs. */
class CausesTest {

    private static final LawBase LAW = SomeLaw.LAW;

    @Provide
    Arbitrary<LocalDate> months() {
        return Arbitraries.integers().between(0, 300).map(History.BEGIN::plusMonths);
    }

    @Provide
    Arbitrary<Assistance> assistances() {
        return SomeLaw.assistances();
    }

    @Property(tries = 60)
    void theCausesOfAMonthAddUpToItsDifferenceAndEachTurnHasOneOnly(
            @ForAll("months") LocalDate from, @ForAll("assistances") Assistance assistance) {
        LocalDate to = from.plusMonths(1);
        List<Cause> causes = Causes.of(LAW, assistance, from, to).causes();

        int before = CooperationMatrix.on(LAW, from).counts(assistance).open();
        int after = CooperationMatrix.on(LAW, to).counts(assistance).open();
        assertThat(causes.stream().mapToInt(Cause::more).sum()).isEqualTo(after - before);
        for (LocalDate day : causes.stream().map(Cause::on).distinct().toList()) {
            assertThat(causes.stream()
                            .filter(cause -> cause.on().equals(day))
                            .flatMap(cause -> cause.ways().stream())
                            .map(Difference.Way::pair))
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 40)
    void whatAStateChangedTurnsOnlyPairsOfThatState(
            @ForAll("months") LocalDate from, @ForAll("assistances") Assistance assistance) {
        for (Cause cause : Causes.of(LAW, assistance, from, from.plusMonths(6)).causes()) {
            if (cause.by() == By.STATE) {
                StateCode state = cause.states().getFirst();
                assertThat(cause.ways())
                        .allMatch(way -> way.pair().from().equals(state)
                                || way.pair().to().equals(state));
                assertThat(cause.events()).allMatch(event -> event.state().equals(Optional.of(state)));
            }
        }
    }

    @Example
    void aStateIsNoCauseForWhatItsFactsDidNotTurn() {
        Assistance preservation = new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));
        List<Cause> causes = Causes.of(LAW, preservation, LocalDate.parse("2024-06-01"), LocalDate.parse("2024-07-01"))
                .causes();

        assertThat(causes)
                .singleElement()
                .satisfies(cause -> assertThat(cause.states()).containsExactly(StateCode.of("TN")));
    }

    @Example
    void brazilsAccessionOpenedThePairsOfBrazil() {
        Assistance preservation = new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));
        List<Cause> causes = Causes.of(LAW, preservation, LocalDate.parse("2023-02-01"), LocalDate.parse("2023-03-01"))
                .causes();

        assertThat(causes).anySatisfy(cause -> {
            assertThat(cause.states()).contains(StateCode.of("BR"));
            assertThat(cause.more()).isGreaterThan(100);
            assertThat(cause.events()).extracting(History.Event::kind).contains(History.Event.Kind.BOUND);
        });
    }
}
