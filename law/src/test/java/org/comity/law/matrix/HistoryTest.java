package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.StateCode;
import org.junit.jupiter.api.Test;

/** The world since the Budapest Convention was opened for signature. */
class HistoryTest {

    private static final LawBase LAW = SomeLaw.LAW;
    private static final LocalDate END = LocalDate.parse("2026-11-01");
    private static final Scope SCOPE =
            new Scope(LAW.measures(), List.of(DataCategory.CONTENT), List.of(Offence.of("ets185:2")));
    private static final History HISTORY = History.of(LAW, SCOPE, History.BEGIN, END);

    @Test
    void everyMonthIsTheWorldOfItsFirstDayWorkedOutAnew() {
        assertThat(HISTORY.months()).hasSize(301);
        for (int i = 0; i < HISTORY.months().size(); i += 7) {
            History.Month month = HISTORY.months().get(i);
            CooperationMatrix anew = CooperationMatrix.on(LAW, month.on());
            for (Assistance assistance : SCOPE.assistances()) {
                assertThat(month.measures().get(assistance.measure()))
                        .as("%s on %s", assistance, month.on())
                        .isEqualTo(anew.counts(assistance));
            }
        }
    }

    @Test
    void preservationBeganWithTheConventionAndItsFirstParties() {
        History.Month before = month("2004-06-01");
        History.Month first = month("2004-07-01");

        assertThat(before.measures().get(Measure.PRESERVE).open()).isZero();
        assertThat(first.measures().get(Measure.PRESERVE).open()).isPositive();
        assertThat(first.events())
                .contains(
                        new History.Event(first.on(), Optional.empty(), History.Event.Kind.IN_FORCE, "ets185"),
                        new History.Event(
                                first.on(), Optional.of(new StateCode("HU")), History.Event.Kind.BOUND, "ets185"));
    }

    @Test
    void everyDatedFactStandsInExactlyOneMonth() {
        assertThat(HISTORY.months().stream()
                        .flatMap(month -> month.events().stream())
                        .toList())
                .containsExactlyElementsOf(History.events(LAW).stream()
                        .filter(event ->
                                event.on().isAfter(History.BEGIN) && !event.on().isAfter(END))
                        .toList());
    }

    private static History.Month month(String day) {
        return HISTORY.months().stream()
                .filter(month -> month.on().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }
}
