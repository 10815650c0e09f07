package org.comity.node.identity;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a person on this node; other nodes never see it. */
public record PersonId(UUID value) implements Serializable {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
