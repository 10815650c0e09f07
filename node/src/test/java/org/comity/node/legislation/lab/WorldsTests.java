package org.comity.node.legislation.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Ranking;
import org.comity.law.matrix.Scope;
import org.comity.law.matrix.Turn;
import org.comity.law.matrix.WhatIf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The numbers of the lab are those of the law library. */
class WorldsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final LawBase LAW = LawBase.load();
    private static final Assistance PRESERVE =
            new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));

    private final Worlds worlds = new Worlds();

    @AfterEach
    void close() {
        worlds.destroy();
    }

    private static <T> T awaited(Supplier<Optional<T>> asked) {
        Optional<T> answer = asked.get();
        while (answer.isEmpty()) {
            answer = asked.get();
        }
        return answer.get();
    }

    private static LabQuestion question(String... suppositions) {
        Reading reading = new Reading(LAW, DAY);
        LabQuestion question = LabQuestion.read(_ -> "", List.of(suppositions), reading);
        assertThat(reading.refusals()).isEmpty();
        return question;
    }

    @Test
    void theTableCountsWhatTheMatrixCounts() {
        CooperationMatrix world = awaited(() -> worlds.on(LAW, DAY, PRESERVE));
        CooperationMatrix library = CooperationMatrix.on(LAW, DAY);
        ReachTable table = ReachTable.of(world, PRESERVE, ReachTable.Order.OPEN, Comparator.comparing(State::name));

        assertThat(table.total()).isEqualTo(library.counts(PRESERVE));
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.reach())
                        .isEqualTo(library.reach(row.state().code(), PRESERVE)));
        assertThat(table.rows().stream()
                        .mapToInt(row -> row.reach().asking().open())
                        .sum())
                .isEqualTo(table.total().open());
        assertThat(PairList.standing(world, PRESERVE, "open", Optional.empty()))
                .hasSize(table.total().open());
    }

    @Test
    void aroundOneStateEveryOtherStandsAsTheMatrixSays() {
        CooperationMatrix world = awaited(() -> worlds.on(LAW, DAY, PRESERVE));
        StateCode portugal = StateCode.of("PT");

        assertThat(ReachTable.around(world, portugal, PRESERVE, Comparator.comparing(State::name)))
                .hasSize(world.states().size() - 1)
                .allSatisfy(t -> assertThat(t.asking())
                        .isEqualTo(world.standing(portugal, t.state().code(), PRESERVE)))
                .filteredOn(t -> t.asking().equals(Optional.of(Standing.OPEN)))
                .hasSize(world.reach(portugal, PRESERVE).asking().open());
    }

    @Test
    void theBasketOpensWhatTheLibrarySaysItOpensDownToThePairs() {
        LabQuestion question = question("accede:KE:ets185");
        WhatIf whatIf = awaited(() -> worlds.supposing(LAW, question));
        WhatIf library =
                WhatIf.of(CooperationMatrix.on(LAW, DAY), question.basket().changes(LAW, DAY), question.scope(LAW));

        assertThat(whatIf.difference().byMeasure())
                .isEqualTo(library.difference().byMeasure())
                .isNotEmpty();
        assertThat(whatIf.difference().gains()).isEqualTo(library.difference().gains());
        whatIf.difference().byMeasure().forEach((measure, tally) -> {
            for (Turn turn : Turn.values()) {
                assertThat(PairList.turned(whatIf, question.about(measure).assistance(), turn, Optional.empty()))
                        .as("%s %s", measure, turn)
                        .hasSize(tally.of(turn));
            }
        });
    }

    @Test
    void theRankingIsTheLibrarysAndEachStepOpensInTheBasketWhatItPromises() {
        LabQuestion question = question("accede:KE:ets185");
        List<Ranking.Step> steps =
                awaited(() -> worlds.ranking(LAW, question, Optional.of(Candidate.Kind.ACCEDE), true));
        CooperationMatrix world =
                CooperationMatrix.on(LAW, DAY).with(question.basket().changes(LAW, DAY));
        Scope scope = Scope.of(question.assistance());

        assertThat(steps).isNotEmpty().allMatch(step -> step.candidate().kind() == Candidate.Kind.ACCEDE);
        Basket next = Basket.EMPTY.with(Supposition.of(steps.getFirst().candidate()));
        assertThat(WhatIf.of(world, next.changes(world.law(), DAY), scope)
                        .difference()
                        .total())
                .isEqualTo(steps.getFirst().alone());
    }

    @Test
    void whatIsWorkedOutOnceIsKept() {
        CooperationMatrix first = awaited(() -> worlds.on(LAW, DAY, PRESERVE));

        assertThat(awaited(() -> worlds.on(LAW, DAY, PRESERVE))).isSameAs(first);
    }

    @Test
    void aRequestDoesNotWaitForLongAndTheNextOneFindsTheResult() throws InterruptedException {
        try (Results results = new Results(2, Duration.ofMillis(20))) {
            CountDownLatch done = new CountDownLatch(1);
            Supplier<String> slow = () -> {
                try {
                    done.await();
                    return "result";
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            assertThat(results.of("key", slow)).isEmpty();
            done.countDown();
            assertThat(awaited(() -> results.of("key", slow))).isEqualTo("result");
        }
    }

    @Test
    void theOldestResultGivesWayAndAFaultIsNotKept() {
        AtomicInteger asked = new AtomicInteger();
        try (Results results = new Results(1, Duration.ofSeconds(10))) {
            results.of("one", asked::incrementAndGet);
            results.of("two", asked::incrementAndGet);
            results.of("one", asked::incrementAndGet);
            assertThat(asked).hasValue(3);

            assertThatThrownBy(() -> results.of("bad", () -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(results.of("bad", () -> "good")).contains("good");
        }
    }
}
