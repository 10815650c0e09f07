package org.comity.hi1;

import java.util.regex.Pattern;

/** A provision of an instrument by its identifier, as in {@code ets185:29(5)(a)}. */
public record Provision(String value) {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*:[0-9A-Za-z]+([-.][0-9A-Za-z]+)*(\\([0-9A-Za-z]+\\))*");

    public Provision {
        Text.matching("provision", FORM, "an instrument and an article, like ets185:29(5)(a)", value);
    }

    public static Provision of(String value) {
        return new Provision(value);
    }

    public String instrument() {
        return value.substring(0, value.indexOf(':'));
    }

    public String article() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
