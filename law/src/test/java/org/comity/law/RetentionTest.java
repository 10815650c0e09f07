package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private final LawBase law = LawBase.load();

    @Test
    void theLawOfTheStateStandsBeforePractice() {
        assertThat(law.retentions(StateCode.of("BR"), "mail-and-cloud", DataCategory.TRAFFIC, DAY))
                .extracting(Retention::ground)
                .containsExactly(Retention.Ground.LAW, Retention.Ground.PRACTICE);
    }

    @Test
    void aLawCountsFromItsFirstDay() {
        var access = law.retentions(StateCode.of("BR"), "access", DataCategory.TRAFFIC, DAY);
        assertThat(access)
                .singleElement()
                .satisfies(row -> assertThat(row.least()).contains(Period.ofYears(1)));
        assertThat(law.retentions(StateCode.of("BR"), "access", DataCategory.TRAFFIC, LocalDate.parse("2014-06-22")))
                .isEmpty();
    }

    @Test
    void whereNothingIsKnownThereIsNoRow() {
        assertThat(law.retentions(StateCode.of("FR"), "social-network", DataCategory.CONTENT, DAY))
                .isEmpty();
    }

    @Test
    void aStateWithoutADutyIsToldApartFromOneOfWhichNothingIsKnown() {
        assertThat(law.retentions(StateCode.of("US"), "hosting", DataCategory.TRAFFIC, DAY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.least()).isEmpty();
                    assertThat(row.note()).isNotEmpty();
                });
    }

    @Test
    void everyRowSaysSomething() {
        assertThat(law.retentions())
                .allSatisfy(row -> assertThat(row.least().isPresent()
                                || row.most().isPresent()
                                || !row.note().isEmpty())
                        .isTrue());
    }
}
