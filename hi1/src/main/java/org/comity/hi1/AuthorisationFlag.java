package org.comity.hi1;

/** Marks on an authorisation. */
public enum AuthorisationFlag implements Term {
    IS_EMERGENCY("IsEmergency"),
    IS_CONSENSUAL("IsConsensual"),
    IS_TEST("IsTest"),
    IS_DATA_AVAILABLE("IsDataAvailable");

    private final String token;

    AuthorisationFlag(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
