package org.comity.hi1;

import java.util.Optional;

/** An earlier preservation of the data now to be disclosed. */
public record PreservationReference(String value, Optional<String> nature, Optional<QualifiedDateTime> transmitted) {

    public PreservationReference {
        Text.longString("preservation reference", value);
        Text.longString("nature of the preservation reference", nature);
    }

    public static PreservationReference of(String value) {
        return new PreservationReference(value, Optional.empty(), Optional.empty());
    }
}
