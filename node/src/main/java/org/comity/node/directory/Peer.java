package org.comity.node.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * Another node that this one trusts.
 *
 * @param addedBy the person or command that added it
 * @param confirmedAt when someone last compared the fingerprint with the peer by telephone
 * @param lastHeardAt when it last sent us something that its signature proved
 */
public record Peer(
        NodeCard card, Instant addedAt, String addedBy, Optional<Instant> confirmedAt, Optional<Instant> lastHeardAt) {

    public PartyId party() {
        return card.party();
    }
}
