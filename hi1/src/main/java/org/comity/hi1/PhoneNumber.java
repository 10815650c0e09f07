package org.comity.hi1;

import java.util.regex.Pattern;

/** A telephone number as country code and number, digits only (TS 103 280 InternationalE164). */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}");

    public PhoneNumber {
        Text.matching("telephone number", FORM, "1 to 15 digits that begin with the country code", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
