package org.comity.hi1;

/** Where a take-down stands; the side that takes down writes it. */
public enum TDTaskStatus implements Term {
    PENDING("Pending"),
    RESOLVED("Resolved"),
    REJECTED("Rejected"),
    ERROR("Error");

    private final String token;

    TDTaskStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
