package org.comity.hi1;

import java.util.regex.Pattern;

/** The reference of an interception (TS 103 280 LIID). */
public record Liid(String value) implements DeliveryReference {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,25}|[0-9a-f]{26,50}");

    public Liid {
        Text.matching("interception reference", FORM, "up to 25 printable characters", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
