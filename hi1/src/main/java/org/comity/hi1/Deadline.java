package org.comity.hi1;

import java.util.Optional;

/** Until when something is to be done, and what happens then. */
public record Deadline(
        Optional<QualifiedDateTime> at, Optional<DictionaryEntry> nature, Optional<String> otherInformation) {

    public Deadline {
        Text.longString("information on the deadline", otherInformation);
    }

    public static Deadline at(QualifiedDateTime at, String otherInformation) {
        return new Deadline(Optional.of(at), Optional.empty(), Optional.of(otherInformation));
    }
}
