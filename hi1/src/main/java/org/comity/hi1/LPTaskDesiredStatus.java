package org.comity.hi1;

/** Where the requesting side wants a preservation to stand. */
public enum LPTaskDesiredStatus implements Term {
    AWAITING_PRESERVATION("AwaitingPreservation"),
    PRESERVED("Preserved"),
    CANCELLED("Cancelled");

    private final String token;

    LPTaskDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
