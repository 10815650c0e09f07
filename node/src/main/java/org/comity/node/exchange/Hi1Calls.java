package org.comity.node.exchange;

import java.util.List;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.HI1Message;
import org.comity.node.directory.PartyId;

/**
 * Asks another party over HI-1, and waits for its answer. What must not be lost is handed to {@link Hi1Outbox} instead.
 *
 * <p>Not for use within a database transaction: the other side may be slow.
 */
public interface Hi1Calls {

    /** Sends actions under a new transaction. */
    default List<ActionResponse> call(PartyId to, List<ActionRequest> actions) {
        return call(to, UUID.randomUUID(), actions);
    }

    /**
     * Sends actions under a transaction that the caller keeps: after a failure without answer, the same call again is
     * carried out once at most.
     */
    default List<ActionResponse> call(PartyId to, UUID transaction, List<ActionRequest> actions) {
        return call(to, request(to, transaction, actions));
    }

    /** Writes the message to be sent, and journals it; part of the caller's transaction, if there is one. */
    HI1Message request(PartyId to, UUID transaction, List<ActionRequest> actions);

    /**
     * Sends a message of {@link #request}.
     *
     * @return the answers, each at the place of its action
     * @throws Hi1CallFailed when there is no answer, or the request was refused as a whole
     */
    List<ActionResponse> call(PartyId to, HI1Message request);
}
