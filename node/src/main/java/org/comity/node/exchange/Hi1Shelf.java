package org.comity.node.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.HI1Object;
import org.comity.node.directory.PartyId;

/** The HI-1 objects that this node holds for a party: what the party sent here, and what this node put beside it. */
public interface Hi1Shelf {

    Optional<HI1Object> find(PartyId party, UUID identifier);

    /** The least recently changed first. */
    List<HI1Object> of(PartyId party);

    /**
     * Puts this node's own step on the shelf, where the party reads it by GET and LIST: where a task stands, a notification.
     * The generation is raised. Part of the caller's transaction.
     *
     * @return the object as it stands now
     */
    HI1Object put(PartyId party, HI1Object object);
}
