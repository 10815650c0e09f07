package org.comity.node.legislation.lab;

import java.util.function.Predicate;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.matrix.History.Event;

/** Which events can have changed how many pairs are open: those of an instrument that knows the measure, or of the offence. */
record Bearing(LawBase law, Measure measure, String conduct) implements Predicate<Event> {

    static Bearing on(LawBase law, LabQuestion question) {
        return new Bearing(
                law, question.measure(), law.conduct(question.offence().code()));
    }

    @Override
    public boolean test(Event event) {
        return switch (event.kind()) {
            case IN_FORCE, BOUND, NO_LONGER_BOUND, DECLARED, WITHDRAWN ->
                law.instrument(event.what().split(":", 2)[0])
                        .filter(this::knows)
                        .isPresent();
            case ENACTED, KNOWN, REPEALED -> event.what().equals(conduct);
        };
    }

    private boolean knows(Instrument instrument) {
        return instrument.provisions().stream().anyMatch(provision -> provision.measure() == measure);
    }
}
