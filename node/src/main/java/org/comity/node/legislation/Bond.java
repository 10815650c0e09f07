package org.comity.node.legislation;

import org.comity.law.Instrument;
import org.comity.law.State;
import org.comity.law.Status;

/**
 * What ties a State to an instrument, and what the tie amounts to on one day.
 *
 * @param tie the tie on that day
 * @param binds whether the instrument, being in force and applied, binds the State on that day
 */
public record Bond(Instrument instrument, State state, Status status, Status.Tie tie, boolean binds) {

    public String label() {
        return Citation.of(instrument);
    }

    /** Bound, while the instrument itself is not applied yet. */
    public boolean awaitsApplication() {
        return switch (tie) {
            case BOUND, BOUND_SINCE_UNKNOWN_DAY -> !binds;
            case UNKNOWN, CONSENTED, NOT_YET, NO_LONGER, SIGNED_ONLY, INVITED, OUTSIDE -> false;
        };
    }
}
