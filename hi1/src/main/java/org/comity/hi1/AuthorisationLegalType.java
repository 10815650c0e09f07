package org.comity.hi1;

/** The legal nature of an authorisation. */
public enum AuthorisationLegalType implements Term {
    MANUAL("Manual");

    private final String token;

    AuthorisationLegalType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
