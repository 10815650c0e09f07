package org.comity.node.legislation.change;

/** Where a proposal stands. */
public enum ProposalState {
    DRAFT,
    PROPOSED,
    REFUSED,
    WITHDRAWN,
    PUBLISHED,
    /** Published, but what it changes is no longer there since the shipped data or another change moved on. */
    NO_LONGER_FITS,
    REVERTED;

    /** Whether everybody who is signed in may read it. */
    public boolean isPublic() {
        return this == PUBLISHED || this == NO_LONGER_FITS || this == REVERTED;
    }

    public boolean isOpen() {
        return this == DRAFT || this == PROPOSED;
    }
}
