package org.comity.node.legislation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.State;
import org.comity.law.Status;

/** How far a State had come with an instrument on a day, in the six words of a map. */
public enum Adherence {
    BOUND,
    /** It has consented to be bound, but the instrument does not bind it yet. */
    CONSENTED,
    SIGNED,
    INVITED,
    NOT_BOUND,
    /** Nothing is recorded, or what is recorded does not reach back to the day. */
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for a State about which nothing is recorded. */
    static Adherence ofSilence(Instrument instrument, State state, LocalDate day) {
        boolean closed = instrument
                .text("open_only_to")
                .filter(membership -> !state.memberships().contains(membership))
                .isPresent();
        return closed || !instrument.inForceOn(day) ? NOT_BOUND : UNKNOWN;
    }

    static Adherence of(Bond bond, LocalDate day) {
        if (bond.binds()) {
            return BOUND;
        }
        Status status = bond.status();
        return switch (bond.tie()) {
            case BOUND, BOUND_SINCE_UNKNOWN_DAY -> CONSENTED;
            case CONSENTED -> status.deposit().isPresent() || !day.isBefore(status.asOf()) ? CONSENTED : UNKNOWN;
            case NOT_YET -> reached(status.deposit(), day) ? CONSENTED : signedBy(status, day);
            case UNKNOWN -> UNKNOWN;
            case NO_LONGER, OUTSIDE -> NOT_BOUND;
            case SIGNED_ONLY ->
                status.signature().isPresent() || day.isBefore(status.asOf()) ? signedOrUnknown(status, day) : SIGNED;
            case INVITED -> day.isBefore(status.asOf()) ? UNKNOWN : INVITED;
        };
    }

    private static Adherence signedBy(Status status, LocalDate day) {
        return reached(status.signature(), day) ? SIGNED : NOT_BOUND;
    }

    private static Adherence signedOrUnknown(Status status, LocalDate day) {
        return status.signature().isPresent() ? signedBy(status, day) : UNKNOWN;
    }

    private static boolean reached(Optional<LocalDate> since, LocalDate day) {
        return since.filter(day::isBefore).isEmpty() && since.isPresent();
    }
}
