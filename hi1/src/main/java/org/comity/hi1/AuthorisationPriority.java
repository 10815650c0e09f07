package org.comity.hi1;

/** How fast an authorisation is to be handled. */
public enum AuthorisationPriority implements Term {
    HIGH("High"),
    ROUTINE("Routine");

    private final String token;

    AuthorisationPriority(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
