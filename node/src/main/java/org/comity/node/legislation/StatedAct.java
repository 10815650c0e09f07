package org.comity.node.legislation;

import org.comity.law.Declaration;
import org.comity.law.Instrument;

/** A reservation, declaration or designation of a State, and whether it counts on one day. */
public record StatedAct(Instrument instrument, Declaration declaration, Effect effect) {

    /** Whether the act counts on the day. */
    public enum Effect {
        IN_FORCE,
        /** Made, but the instrument does not bind the State on that day, so the act changes nothing yet. */
        WAITING,
        NOT_YET,
        WITHDRAWN
    }

    public String citation() {
        return Citation.of(instrument, declaration.article());
    }

    public boolean withdrawn() {
        return effect == Effect.WITHDRAWN;
    }

    public boolean designation() {
        return declaration.kind().equals("authority-designation");
    }
}
