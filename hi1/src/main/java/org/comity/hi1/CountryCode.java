package org.comity.hi1;

import java.util.regex.Pattern;

/** A State by its two capital letters of ISO 3166-1 (TS 103 280 ISOCountryCode). */
public record CountryCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public CountryCode {
        Text.matching("country code", FORM, "two capital letters such as PT", value);
    }

    public static CountryCode of(String value) {
        return new CountryCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
