package org.comity.node.evidence;

import java.util.UUID;

/** Identifies an exhibit, also on other nodes. */
public record ExhibitId(UUID value) {

    static ExhibitId fresh() {
        return new ExhibitId(UUID.randomUUID());
    }

    public static ExhibitId of(String text) {
        return new ExhibitId(UUID.fromString(text));
    }

    /** As the journal names it. */
    public String subject() {
        return "exhibit:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
