package org.comity.hi1;

import java.util.regex.Pattern;

/** The reference of a disclosure (TS 103 280 LDID): State, authority and number, as in {@code XX-ACTOR01-1234}. */
public record Ldid(String value) implements DeliveryReference {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-.+-.+");

    public Ldid {
        Text.matching("disclosure reference", FORM, "like XX-ACTOR01-1234", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
