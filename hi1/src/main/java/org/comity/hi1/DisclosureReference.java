package org.comity.hi1;

import java.util.Optional;

/** An earlier disclosure of the data now to be taken down. */
public record DisclosureReference(
        Optional<String> value, Optional<DictionaryEntry> nature, Optional<QualifiedDateTime> transmitted) {

    public DisclosureReference {
        Text.longString("disclosure reference", value);
    }

    public static DisclosureReference of(String value) {
        return new DisclosureReference(Optional.of(value), Optional.empty(), Optional.empty());
    }
}
