package org.comity.hi1;

import java.util.Arrays;
import java.util.Optional;

/** A value out of a dictionary of ETSI, of a State or of a provider. */
public record DictionaryEntry(String owner, String name, String value) {

    public DictionaryEntry {
        Text.shortString("dictionary owner", owner);
        Text.shortString("dictionary name", name);
        Text.shortString("dictionary value", value);
    }

    /** This entry as a term we know; empty when another owner, dictionary or value stands here. */
    public <E extends Enum<E> & Term> Optional<E> as(Class<E> terms) {
        return Arrays.stream(terms.getEnumConstants())
                .filter(it -> it.entry().equals(this))
                .findFirst();
    }
}
