package org.comity.hi1;

import java.util.regex.Pattern;

/** An e-mail address in any script (TS 103 280 InternationalizedEmailAddress). */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile(".+@.+");

    public EmailAddress {
        Text.matching("e-mail address", FORM, "like desk@example.org", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
