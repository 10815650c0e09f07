package org.comity.node.cooperation.act;

import java.util.Locale;
import java.util.Optional;

/** The questions on the way to a request, one a page, in their order. */
public enum DraftStep {
    DATA,
    SERVICE,
    OFFENCE,
    WHERE,
    URGENCY,
    ROUTE,
    SAFEGUARDS,
    CHECK;

    /** The last part of its address, and its message keys. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From 1. */
    public int number() {
        return ordinal() + 1;
    }

    public static int count() {
        return values().length;
    }

    public DraftStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    public Optional<DraftStep> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    public static DraftStep of(String path) {
        return valueOf(path.toUpperCase(Locale.ROOT));
    }
}
