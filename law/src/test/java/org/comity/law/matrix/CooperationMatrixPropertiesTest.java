package org.comity.law.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.comity.law.DataCategory;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.StateCode;

/** The matrix says what the planner says, of any pair, on any day, whatever has changed. */
class CooperationMatrixPropertiesTest {

    private static final LawBase LAW = SomeLaw.LAW;

    @Provide
    Arbitrary<LocalDate> days() {
        return SomeLaw.days();
    }

    @Provide
    Arbitrary<Assistance> questions() {
        return SomeLaw.assistances();
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return SomeLaw.pairs();
    }

    @Provide
    Arbitrary<LawChange> changes() {
        return SomeLaw.changes();
    }

    private static Optional<Standing> planned(LawBase law, LocalDate day, Pair pair, Assistance question) {
        RouteQuery query =
                new RouteQuery(pair.from(), pair.to(), day, question.measure(), question.data(), question.offence());
        return new RoutePlanner(law).plan(query).routes().stream().findFirst().map(Route::standing);
    }

    private static LawBase changed(List<LawChange> changes) {
        try {
            return LAW.with(changes);
        } catch (InvalidLawChangeException impossible) {
            Assume.that(false);
            return LAW;
        }
    }

    @Property(tries = 60)
    void thePlannerSaysTheSameOfEveryPair(
            @ForAll("days") LocalDate day,
            @ForAll("questions") Assistance question,
            @ForAll @Size(100) List<@From("pairs") Pair> pairs) {
        CooperationMatrix matrix = CooperationMatrix.on(LAW, day);
        for (Pair pair : pairs) {
            assertThat(matrix.standing(pair.from(), pair.to(), question))
                    .as("%s on %s: %s", pair, day, question)
                    .isEqualTo(planned(LAW, day, pair, question));
        }
    }

    @Property(tries = 60)
    void thePlannerSaysTheSameAlsoWhenTheLawHasChanged(
            @ForAll("days") LocalDate day,
            @ForAll("questions") Assistance question,
            @ForAll @Size(min = 1, max = 12) List<@From("changes") LawChange> changes,
            @ForAll @Size(60) List<@From("pairs") Pair> pairs) {
        LawBase changed = changed(changes);
        CooperationMatrix before = CooperationMatrix.on(LAW, day);
        before.counts(question);

        CooperationMatrix after = before.with(changes);

        for (Pair pair : about(Touched.by(changes, LAW), pairs)) {
            assertThat(after.standing(pair.from(), pair.to(), question))
                    .as("%s on %s: %s", pair, day, question)
                    .isEqualTo(planned(changed, day, pair, question));
        }
    }

    /** These pairs, and as many in which a changed State asks or is asked. */
    private static List<Pair> about(Collection<StateCode> changed, List<Pair> pairs) {
        List<StateCode> states = List.copyOf(changed);
        Stream<Pair> theirs = IntStream.range(0, pairs.size()).boxed().flatMap(i -> {
            StateCode state = states.get(i % states.size());
            return Stream.of(
                    new Pair(state, pairs.get(i).to()), new Pair(pairs.get(i).from(), state));
        });
        return Stream.concat(pairs.stream(), theirs)
                .filter(pair ->
                        !pair.from().equals(pair.to()) && SomeLaw.STATES.containsAll(List.of(pair.from(), pair.to())))
                .toList();
    }

    @Property(tries = 40)
    void aChangedMatrixIsTheOneMadeFromTheChangedLaw(
            @ForAll("days") LocalDate day,
            @ForAll @Size(8) List<@From("questions") Assistance> questions,
            @ForAll @Size(min = 1, max = 12) List<@From("changes") LawChange> changes) {
        LawBase changed = changed(changes);
        CooperationMatrix before = CooperationMatrix.on(LAW, day);
        questions.forEach(before::counts);

        CooperationMatrix after = before.with(changes);
        CooperationMatrix anew = CooperationMatrix.on(changed, day);

        for (Assistance question : questions) {
            assertThat(rows(after, question)).as("%s", question).isEqualTo(rows(anew, question));
        }
    }

    @Property(tries = 40)
    void everyPairIsCountedOnceAndOnBothSides(@ForAll("days") LocalDate day, @ForAll("questions") Assistance question) {
        CooperationMatrix matrix = CooperationMatrix.on(LAW, day);
        Counts counts = matrix.counts(question);
        List<Reach> reaches = matrix.reaches(question);

        assertThat(counts.pairs()).isEqualTo(SomeLaw.STATES.size() * (SomeLaw.STATES.size() - 1));
        assertThat(reaches.stream().map(Reach::asking).reduce(Counts.NONE, Counts::plus))
                .isEqualTo(counts);
        assertThat(reaches.stream().map(Reach::asked).reduce(Counts.NONE, Counts::plus))
                .isEqualTo(counts);
        for (Standing standing : Standing.values()) {
            assertThat(matrix.pairs(question, Optional.of(standing))).hasSize(counts.of(standing));
        }
    }

    private static List<Optional<Standing>> rows(CooperationMatrix matrix, Assistance question) {
        return matrix.states().stream()
                .flatMap(from -> matrix.states().stream().map(to -> matrix.standing(from, to, question)))
                .toList();
    }

    @Example
    void manyThreadsFindWhatOneFinds() throws Exception {
        LocalDate day = LocalDate.parse("2026-11-01");
        Scope scope = new Scope(
                LAW.measures(),
                List.of(DataCategory.CONTENT, DataCategory.SUBSCRIBER),
                List.of(Offence.of("ets185:2"), Offence.of("ets185:9")));
        CooperationMatrix shared = CooperationMatrix.on(LAW, day);
        List<Callable<Object>> questions = new ArrayList<>();
        for (CooperationMatrix matrix : List.of(shared, CooperationMatrix.on(LAW, day))) {
            List<Candidate> candidates = Candidate.all(matrix, scope);
            for (int i = 0; i < 6; i++) {
                int part = i;
                List<Candidate> some = candidates.stream()
                        .filter(candidate -> matrix.place(candidate.state()) % 6 == part)
                        .toList();
                questions.add(() -> Ranking.next(matrix, scope, some, 2));
            }
            questions.add(() -> matrix.counts(scope));
            for (String state : List.of("KE", "SG", "ZA", "ID")) {
                questions.add(() -> WhatIf.of(
                                matrix,
                                Suppose.of(LAW, day)
                                        .accedes(new StateCode(state), "ets185")
                                        .changes(),
                                scope)
                        .difference()
                        .pairs());
            }
        }
        int half = questions.size() / 2;
        List<Object> alone = new ArrayList<>();
        for (Callable<Object> question : questions.subList(half, questions.size())) {
            alone.add(question.call());
        }
        List<Object> together = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(half)) {
            for (Future<Object> answer : threads.invokeAll(questions.subList(0, half))) {
                together.add(answer.get());
            }
        }
        assertThat(together).isEqualTo(alone);
    }
}
