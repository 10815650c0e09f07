package org.comity.node.evidence;

/** What stands with an exhibit; the steps between them are in {@link DestroyingEvidence}. */
public enum Standing {
    /** In the vault. */
    HELD,
    /** A person ordered its destruction; it waits for another one. */
    DESTRUCTION_ORDERED,
    /** Its key is destroyed, so that nobody can read it any more; what is left of it in the store is being removed. */
    KEY_DESTROYED,
    /** Gone, except for the record that it was here. */
    DESTROYED;

    public boolean isReadable() {
        return this == HELD || this == DESTRUCTION_ORDERED;
    }
}
