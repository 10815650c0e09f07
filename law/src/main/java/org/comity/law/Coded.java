package org.comity.law;

import java.util.Locale;

/** A word of a closed vocabulary, written in the data set, in JSON and on the command line as its code. */
public interface Coded {

    String name();

    /** The word in lower case with hyphens. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
