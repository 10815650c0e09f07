package org.comity.hi1;

/** Where a disclosure stands; the side that discloses writes it. */
public enum LDTaskStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    AWAITING_DISCLOSURE("AwaitingDisclosure"),
    DISCLOSED("Disclosed"),
    DISCLOSURE_NOT_AVAILABLE("DisclosureNotAvailable"),
    REJECTED("Rejected"),
    CANCELLED("Cancelled"),
    ERROR("Error"),
    INVALID("Invalid");

    private final String token;

    LDTaskStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
