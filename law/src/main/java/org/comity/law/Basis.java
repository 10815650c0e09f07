package org.comity.law;

/** How sure a row of the data set is. */
public enum Basis implements Coded {
    /** The point that matters was read in a copy of the source that the row names. */
    VERIFIED,
    /** Known from memory, not looked up: check before any use with legal effect. */
    RECALLED;

    /** A conclusion is only as sure as the less sure of its two grounds. */
    public Basis and(Basis other) {
        return this == VERIFIED ? other : RECALLED;
    }
}
