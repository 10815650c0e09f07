package org.comity.hi1;

/** Where a document stands; the receiving side writes it. */
public enum DocumentStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    SUSPENDED("Suspended"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired"),
    INVALID("Invalid");

    private final String token;

    DocumentStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
