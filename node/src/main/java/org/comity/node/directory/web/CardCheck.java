package org.comity.node.directory.web;

import java.util.Optional;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.Peer;

/** What taking a card would do to the directory. */
enum CardCheck {
    /** The party is not known yet. */
    ADD,
    /** The party is known, and its trusted root signed this card. */
    RENEW,
    /** The party is known under another root: either its keys really changed, or someone else made this card. */
    REPLACE;

    static CardCheck of(NodeCard card, Optional<Peer> known) {
        if (known.isEmpty()) {
            return ADD;
        }
        return known.get().card().fingerprint().equals(card.fingerprint()) ? RENEW : REPLACE;
    }
}
