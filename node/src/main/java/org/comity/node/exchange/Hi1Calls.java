package org.comity.node.exchange;

import java.util.List;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.node.directory.PartyId;

/** Asks another party over HI-1, and waits for its answer. */
public interface Hi1Calls {

    /**
     * Sends actions under a new transaction. Not for use within a database transaction: the other side may be slow.
     *
     * @return the answers, each at the place of its action
     * @throws Hi1CallFailed when there is no answer, or the request was refused as a whole
     */
    default List<ActionResponse> call(PartyId to, List<ActionRequest> actions) {
        return call(to, UUID.randomUUID(), actions);
    }

    /**
     * Sends actions under a transaction that the caller keeps: after a failure without answer, the same call again is
     * carried out once at most.
     */
    List<ActionResponse> call(PartyId to, UUID transaction, List<ActionRequest> actions);
}
