package org.comity.node.legislation.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.node.directory.Peer;

/** A trusted node that acts for the State of the page. */
record ServingNode(String party, String organisation, Optional<OffsetDateTime> heardAt) {

    static ServingNode of(Peer peer) {
        return new ServingNode(
                peer.party().value(),
                peer.card().organisation(),
                peer.lastHeardAt().map(instant -> instant.atOffset(ZoneOffset.UTC)));
    }
}
