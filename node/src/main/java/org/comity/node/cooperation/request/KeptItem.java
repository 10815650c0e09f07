package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;

/**
 * One identifier of a preservation. It lives by the same table as the request: it is preserved, extended, followed up, released
 * or lapses for itself; one that was never there is not found, and stays so.
 *
 * @param keptUntil its own end; it means nothing while a follow-up holds it, or once it is over
 */
public record KeptItem(Identifier identifier, RequestState state, Instant keptUntil, String remark) {

    static KeptItem of(ItemOutcome outcome, Instant keptUntil) {
        return new KeptItem(
                outcome.identifier(),
                outcome.preserved() ? RequestState.PRESERVED : RequestState.NOT_FOUND,
                keptUntil,
                outcome.remark());
    }

    /** Its time runs. */
    public boolean runsOut() {
        return state.isRunningOut();
    }

    /** Somebody keeps it: its time runs, or a follow-up holds it. */
    public boolean isHeld() {
        return runsOut() || state == RequestState.FOLLOWUP_RECEIVED;
    }

    /** It was there when the provider looked. */
    boolean wasThere() {
        return state != RequestState.NOT_FOUND;
    }

    KeptItem moved(LifeCycle life, RequestEvent event, By by, Optional<Instant> until) {
        return life.find(state, event, by)
                .map(row -> new KeptItem(
                        identifier,
                        row.to(),
                        event == RequestEvent.EXTENSION_GRANTED ? until.orElse(keptUntil) : keptUntil,
                        remark))
                .orElse(this);
    }

    KeptItem until(Instant end) {
        return new KeptItem(identifier, state, end, remark);
    }

    ItemOutcome named() {
        return new ItemOutcome(identifier, true, "");
    }
}
