package org.comity.hi1;

/** Where the asking side wants a take-down to stand. */
public enum TDTaskDesiredStatus implements Term {
    PENDING("Pending"),
    CANCELLED("Cancelled");

    private final String token;

    TDTaskDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
