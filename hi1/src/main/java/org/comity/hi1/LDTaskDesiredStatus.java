package org.comity.hi1;

/** Where the asking side wants a disclosure to stand. */
public enum LDTaskDesiredStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    AWAITING_DISCLOSURE("AwaitingDisclosure"),
    DISCLOSED("Disclosed"),
    REJECTED("Rejected"),
    CANCELLED("Cancelled");

    private final String token;

    LDTaskDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
