package org.comity.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Status;
import org.jspecify.annotations.Nullable;

/** The rows of the data set on which it depends who is bound, in the plain form that every peer gets. */
public record Ties(List<Treaty> treaties, List<Tie> ties) {

    /** An instrument; days are days since 1970, and {@code null} where not known. */
    public record Treaty(
            String id, @Nullable Long inForce, @Nullable Long appliesFrom) {}

    /** What ties a State to an instrument. */
    public record Tie(
            String state,
            String instrument,
            boolean consented,
            @Nullable Long deposit,
            @Nullable Long entryIntoForce,
            @Nullable Long boundUntil,
            long asOf) {}

    /** The day that is asked for. */
    public record Day(long day) {}

    /** That a State is bound. */
    public record Bound(String instrument, String state) {}

    /** That two are. */
    public record BothBound(String instrument, String state, String other) {}

    static Ties of(LawBase law) {
        List<Treaty> treaties = law.instruments().stream()
                .map(i -> new Treaty(i.id(), day(i.inForce()), day(i.appliesFrom())))
                .toList();
        List<Tie> ties = new ArrayList<>();
        for (Instrument instrument : law.instruments()) {
            law.states()
                    .forEach(state -> law.status(state.code(), instrument.id())
                            .map(status -> tie(state.code().value(), status))
                            .ifPresent(ties::add));
        }
        return new Ties(treaties, ties);
    }

    private static Tie tie(String state, Status status) {
        boolean consented = switch (status.method()) {
            case RATIFICATION, ACCESSION, ACCEPTANCE, APPROVAL, SUCCESSION, EU_LAW, BILATERAL -> true;
            case SIGNATURE_ONLY, INVITED, NOT_BOUND -> false;
        };
        return new Tie(
                state,
                status.instrument(),
                consented,
                day(status.deposit()),
                day(status.entryIntoForce()),
                day(status.boundUntil()),
                status.asOf().toEpochDay());
    }

    private static @Nullable Long day(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(null);
    }
}
