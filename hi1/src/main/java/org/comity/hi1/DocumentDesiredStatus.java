package org.comity.hi1;

/** Where the requesting side wants a document to stand. */
public enum DocumentDesiredStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    SUSPENDED("Suspended"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired");

    private final String token;

    DocumentDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
