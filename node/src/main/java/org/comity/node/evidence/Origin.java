package org.comity.node.evidence;

/** Through which door an exhibit came. */
public enum Origin {
    /** Somebody of this node put it in, with a browser or the command line. */
    OFFICER,
    /** A provider's answer to an order. */
    PROVIDER,
    /** Another node. */
    PEER
}
