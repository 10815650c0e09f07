package org.comity.node.oversight.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DaysTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** So a table of one can't be taken from a table of another: what they tell is of other requests, or is the same. */
    @Property(tries = 2000)
    void daysThatMayBeToldAreTheSameOrShareNone(@ForAll("days") Days one, @ForAll("days") Days other) {
        if (one.told(TODAY).isPresent() && other.told(TODAY).isPresent()) {
            assertThat(one.equals(other)
                            || one.until().isBefore(other.from())
                            || other.until().isBefore(one.from()))
                    .isTrue();
        }
    }

    @Property(tries = 500)
    void whatMayBeToldCanNotGrowAnyMore(@ForAll("days") Days days) {
        if (days.told(TODAY).isPresent()) {
            assertThat(days.until()).isBefore(TODAY);
        }
    }

    @Example
    void aYearMayBeToldAndNoPartOfItNorTwo() {
        assertThat(Days.of(Year.of(2024)).told(TODAY)).hasValue(Year.of(2024));
        assertThat(new Days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31)).told(TODAY))
                .isEmpty();
        assertThat(new Days(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31)).told(TODAY))
                .isEmpty();
        assertThat(Days.of(Year.of(2026)).told(TODAY)).isEmpty();
    }

    /** Quarters, halves, years and anything between, so that whole years are often among them. */
    @Provide
    Arbitrary<Days> days() {
        var edges = Combinators.combine(
                        Arbitraries.integers().between(2021, 2026),
                        Arbitraries.of(1, 4, 7, 10),
                        Arbitraries.of(3, 6, 12, 24))
                .as((year, month, months) -> {
                    var from = LocalDate.of(year, month, 1);
                    return new Days(from, from.plusMonths(months).minusDays(1));
                });
        var any = Combinators.combine(
                        Arbitraries.integers().between(0, 1800),
                        Arbitraries.integers().between(0, 800))
                .as((start, length) -> {
                    var from = LocalDate.of(2022, 1, 1).plusDays(start);
                    return new Days(from, from.plusDays(length));
                });
        return Arbitraries.oneOf(edges, any);
    }
}
