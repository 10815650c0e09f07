package org.comity.hi1;

import java.util.regex.Pattern;

/** A language by its two letters of ISO 639-1. */
public record Language(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2}");

    public Language {
        Text.matching("language", FORM, "two small letters such as pt", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
