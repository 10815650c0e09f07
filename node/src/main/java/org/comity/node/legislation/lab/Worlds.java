package org.comity.node.legislation.lab;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.law.LawBase;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.WhatIf;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The world on a day, and the world as it would be. Only what a page shows is worked out: one kind of assistance for a
 * map, every measure for one category of data and one offence for a supposition.
 */
@Component
public class Worlds implements DisposableBean {

    /** A page answers by then, if only with how far it has come. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    /** Some hundred kilobytes each, where one kind of assistance is looked at. */
    private static final int RESULTS = 16;

    /** A day of law and what was worked out of it; the largest things kept. */
    private static final int DAYS = 3;

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

    private CooperationMatrix matrix(Day day) {
        return days.computeIfAbsent(day, d -> CooperationMatrix.on(d.law(), d.on()));
    }

    @Override
    public void destroy() {
        results.close();
    }
}
