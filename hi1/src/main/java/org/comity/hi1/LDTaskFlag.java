package org.comity.hi1;

/** Marks on a disclosure. */
public enum LDTaskFlag implements Term {
    IS_TEST("IsTest"),
    IS_EMERGENCY("IsEmergency"),
    IS_NON_LOCAL("IsNonLocal"),
    IS_LOCAL("IsLocal");

    private final String token;

    LDTaskFlag(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
