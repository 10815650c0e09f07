package org.comity.hi1;

/** Where the requesting side wants an authorisation to stand. */
public enum AuthorisationDesiredStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    EMERGENCY_APPROVAL("EmergencyApproval"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    SUSPENDED("Suspended"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired"),
    CREATING_FOR_CSP("CreatingForCSP"),
    SUBMITTED_TO_CSP("SubmittedToCSP");

    private final String token;

    AuthorisationDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
