package org.comity.node.cooperation.life;

/** On which side of a request a node stands. Both nodes hold their own copy. */
public enum Side {
    /** The State that asks. */
    REQUESTING,
    /** The State that is asked. */
    REQUESTED;

    public Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}
