package org.comity.node.forum.study;

import java.util.Locale;

/** Who may read an answer besides those who gave it; each sees what the one before it sees. */
public enum Level {
    SECRETARIAT,
    MEMBERS,
    PUBLIC;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an answer of this level is open to a reader of that one. */
    public boolean isOpenTo(Level reader) {
        return compareTo(reader) >= 0;
    }
}
