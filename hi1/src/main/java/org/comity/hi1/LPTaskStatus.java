package org.comity.hi1;

/** Where a preservation stands; the side that preserves writes it. */
public enum LPTaskStatus implements Term {
    AWAITING_PRESERVATION("AwaitingPreservation"),
    PRESERVED("Preserved"),
    PRESERVATION_NOT_AVAILABLE("PreservationNotAvailable"),
    REJECTED("Rejected"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired"),
    ERROR("Error"),
    INVALID("Invalid");

    private final String token;

    LPTaskStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
