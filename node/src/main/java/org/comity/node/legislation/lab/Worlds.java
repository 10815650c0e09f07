package org.comity.node.legislation.lab;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Offence;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.Causes;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Ranking;
import org.comity.law.matrix.Scope;
import org.comity.law.matrix.WhatIf;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The world on a day, and the world as it would be. Only what a page shows is worked out: one kind of assistance for a
 * map, every measure for one category of data and one offence for a supposition.
 */
@Component
public class Worlds implements DisposableBean {

    /** No page takes longer than 300 ms: by then it answers, if only that the world is being worked out. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    /** Some hundred kilobytes each, where one kind of assistance is looked at. */
    private static final int RESULTS = 16;

    /** As many as one looks at. */
    private static final int STEPS = 15;

    /** A day of law and what was worked out of it; the largest things kept. */
    private static final int DAYS = 3;

    /** A line of numbers a month; the months take long, so they have a worker of their own. */
    private static final int HISTORIES = 4;

    private final Results histories = new Results(HISTORIES, PATIENCE);

    private final Results results = new Results(RESULTS, PATIENCE);

    /** Touched by the one worker only. */
    private final Map<Day, CooperationMatrix> days = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Day, CooperationMatrix> eldest) {
            return size() > DAYS;
        }
    };

    private record Day(LawBase law, LocalDate on) {}

    private record Mapped(Day day, Assistance assistance) {}

    private record Supposed(Day day, LabQuestion question) {}

    /** The world in which every pair is known for this kind of assistance; empty while it is being worked out. */
    public Optional<CooperationMatrix> on(LawBase law, LocalDate on, Assistance assistance) {
        Day day = new Day(law, on);
        return results.of(new Mapped(day, assistance), () -> {
            CooperationMatrix matrix = matrix(day);
            matrix.counts(assistance);
            return matrix;
        });
    }

    /** What the basket changes, for every measure; empty while it is being worked out. */
    public Optional<WhatIf> supposing(LawBase law, LabQuestion question) {
        Day day = new Day(law, question.on());
        LabQuestion ofAnyMeasure = question.about(LabQuestion.MEASURE);
        return results.of(
                new Supposed(day, ofAnyMeasure),
                () -> WhatIf.of(matrix(day), question.basket().changes(law, question.on()), question.scope(law)));
    }

    private record Ranked(Day day, LabQuestion question, Optional<Candidate.Kind> kind, boolean oneMeasure) {}

    /**
     * The steps that would open most in the world of the basket, each after those before it; empty while they are being
     * worked out.
     *
     * @param kind only such steps; empty for all
     * @param oneMeasure whether only the measure of the question counts
     */
    public Optional<List<Ranking.Step>> ranking(
            LawBase law, LabQuestion question, Optional<Candidate.Kind> kind, boolean oneMeasure) {
        Day day = new Day(law, question.on());
        LabQuestion asked = oneMeasure ? question : question.about(LabQuestion.MEASURE);
        Scope scope = oneMeasure ? Scope.of(question.assistance()) : question.scope(law);
        return results.of(new Ranked(day, asked, kind, oneMeasure), () -> {
            CooperationMatrix world = matrix(day).with(question.basket().changes(law, question.on()));
            List<Candidate> candidates = Candidate.all(world, scope).stream()
                    .filter(candidate -> kind.filter(k -> k != candidate.kind()).isEmpty())
                    .toList();
            return Ranking.next(world, scope, candidates, STEPS);
        });
    }

    private record Told(Day until, DataCategory data, Offence offence) {}

    /** How far the working out of a history has come. */
    public record Progress(int months, int of) {}

    /** The open pairs of every measure, month by month until the day of the question; empty while it is worked out. */
    public Optional<OpenPairs> history(LawBase law, LabQuestion question) {
        Told told = told(law, question);
        return histories.of(
                told, () -> OpenPairs.until(law, YearMonth.from(told.until().on()), question.scope(law)));
    }

    private record Explained(LawBase law, YearMonth month, Assistance assistance) {}

    /** What turned which pairs in the month before the first day of this one; empty while it is worked out. */
    public Optional<Causes> causes(LawBase law, YearMonth month, Assistance assistance) {
        LocalDate first = month.atDay(1);
        return results.of(
                new Explained(law, month, assistance), () -> Causes.of(law, assistance, first.minusMonths(1), first));
    }

    private static Told told(LawBase law, LabQuestion question) {
        return new Told(new Day(law, OpenPairs.last(question.on()).atDay(1)), question.data(), question.offence());
    }

    private CooperationMatrix matrix(Day day) {
        return days.computeIfAbsent(day, d -> CooperationMatrix.on(d.law(), d.on()));
    }

    @Override
    public void destroy() {
        results.close();
        histories.close();
    }
}
