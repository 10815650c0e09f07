package org.comity.hi1;

/** The form in which disclosed data are handed over, by the standard that defines it. */
public enum LDHandoverFormat implements Term {
    TS102657("TS102657"),
    ENCAPSULATED_TS102657("EncapsulatedTS102657"),
    TS103120("TS103120"),
    TS103705("TS103705"),
    TS103707("TS103707");

    private final String token;

    LDHandoverFormat(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
