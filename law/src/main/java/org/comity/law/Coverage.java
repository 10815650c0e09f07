package org.comity.law;

import java.util.Collection;

/** How far the law of a State covers a provision of an instrument; the further first. */
public enum Coverage implements Coded {
    FULL,
    PARTIAL,
    /** The law was read or searched, and nothing was found. */
    NONE,
    /** The data set cannot tell. */
    UNKNOWN;

    /** The word of a row of national law. */
    static Coverage of(String word) {
        return switch (word) {
            case "full" -> FULL;
            case "partial" -> PARTIAL;
            case "none" -> NONE;
            default -> UNKNOWN;
        };
    }

    /** Several provisions together reach as far as the one that reaches furthest. */
    static Coverage furthest(Collection<Coverage> coverages) {
        return coverages.stream().min(Coverage::compareTo).orElse(UNKNOWN);
    }
}
