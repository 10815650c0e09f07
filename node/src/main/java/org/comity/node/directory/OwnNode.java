package org.comity.node.directory;

import java.net.URI;

/** This node, as its peers know it. */
public record OwnNode(NodeCard card, NodeKeys keys) {

    public PartyId party() {
        return card.party();
    }

    /** ISO 3166-1 alpha-2 code of the State for which this node acts. */
    public String state() {
        return card.state();
    }

    public String organisation() {
        return card.organisation();
    }

    public URI url() {
        return card.url();
    }

    public boolean exercise() {
        return card.exercise();
    }
}
