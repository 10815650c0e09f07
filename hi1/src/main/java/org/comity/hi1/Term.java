package org.comity.hi1;

/** A value of a dictionary that ETSI owns. The dictionary bears the name of the enum. */
public interface Term {

    String ETSI = "ETSI";

    /** The value exactly as it travels. */
    String token();

    default DictionaryEntry entry() {
        return new DictionaryEntry(ETSI, getClass().getSimpleName(), token());
    }
}
