package org.comity.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a State is from being bound by an instrument on a day, and what it would still have to do.
 *
 * @param tie the row on which the answer rests, if there is one
 * @param opening who may become a Party, in the words of the data set; empty if it does not say
 */
public record Accession(Step step, Optional<Status> tie, Optional<String> opening) {

    /** The next step. */
    public enum Step implements Coded {
        /** Nothing: it is bound. */
        BOUND,
        /** Nothing of its own: its instrument is deposited, the treaty or its own term is still to begin. */
        WAITS,
        /** It has signed: ratification, acceptance or approval is missing. */
        RATIFY,
        /** It has been invited: accession is missing. */
        ACCEDE_AS_INVITED,
        /** Open to it: it may sign and ratify, or accede. */
        ACCEDE,
        /** Others become Parties by invitation, and none is known. */
        ASK_FOR_INVITATION,
        /** Open only to Parties of another instrument, which does not bind it. */
        JOIN_OTHER_FIRST,
        /** Not open to it. */
        NOT_OPEN
    }

    /** @return empty if there is no such State or instrument */
    public static Optional<Accession> of(LawBase base, StateCode state, String instrument, LocalDate on) {
        return base.state(state).flatMap(s -> base.instrument(instrument).map(i -> of(base, s, i, on)));
    }

    static Accession of(LawBase base, State state, Instrument instrument, LocalDate on) {
        Optional<Status> tie = base.status(state.code(), instrument.id());
        Optional<Step> held = tie.flatMap(status -> held(status.on(on, instrument.inForce())));
        return new Accession(
                held.orElseGet(() -> opening(base, state, instrument, on)),
                tie,
                statesOnly(state, instrument)
                        .or(() -> instrument.text("open_only_to_words"))
                        .or(() -> instrument.text("open_to")));
    }

    private static Optional<Step> held(Status.Tie tie) {
        return switch (tie) {
            case BOUND, BOUND_SINCE_UNKNOWN_DAY, UNKNOWN -> Optional.of(Step.BOUND);
            case CONSENTED, NOT_YET -> Optional.of(Step.WAITS);
            case SIGNED_ONLY -> Optional.of(Step.RATIFY);
            case INVITED -> Optional.of(Step.ACCEDE_AS_INVITED);
            case NO_LONGER, OUTSIDE -> Optional.empty();
        };
    }

    private static Step opening(LawBase base, State state, Instrument instrument, LocalDate on) {
        if (instrument
                        .text("open_only_to")
                        .filter(club -> !state.memberships().contains(club))
                        .isPresent()
                || statesOnly(state, instrument).isPresent()
                || isClosed(base, instrument)) {
            return Step.NOT_OPEN;
        }
        if (instrument
                .text("open_only_to_parties_of")
                .filter(other -> !base.boundOn(state.code(), other, on))
                .isPresent()) {
            return Step.JOIN_OTHER_FIRST;
        }
        if (instrument
                .text("invited_unless")
                .filter(club -> !state.memberships().contains(club))
                .isPresent()) {
            return Step.ASK_FOR_INVITATION;
        }
        return Step.ACCEDE;
    }

    /** The treaty's own words, where it knows no organisation as a Party and this is one. */
    private static Optional<String> statesOnly(State state, Instrument instrument) {
        return instrument.text("states_only").filter(_ -> state.isOrganisation());
    }

    /** Between two States only, or the act of one State: no other can become a Party. */
    private static boolean isClosed(LawBase base, Instrument instrument) {
        List<Status> ties = base.states().stream()
                .flatMap(s -> base.status(s.code(), instrument.id()).stream())
                .toList();
        return instrument.text("open_only_to").isEmpty()
                && ties.stream().allMatch(t -> t.method() == Status.Method.BILATERAL);
    }
}
