package org.comity.hi1;

/** Where an authorisation stands; the receiving side writes it. */
public enum AuthorisationStatus implements Term {
    AWAITING_APPROVAL("AwaitingApproval"),
    EMERGENCY_APPROVAL("EmergencyApproval"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    SUSPENDED("Suspended"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired"),
    INVALID("Invalid"),
    CREATING_FOR_CSP("CreatingForCSP"),
    SUBMITTED_TO_CSP("SubmittedToCSP"),
    AWAITING_UPDATE_APPROVAL("AwaitingUpdateApproval");

    private final String token;

    AuthorisationStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
