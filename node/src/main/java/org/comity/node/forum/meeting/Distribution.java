package org.comity.node.forum.meeting;

import java.util.Locale;

/** Who may have a document, as its masthead says. */
public enum Distribution {
    GENERAL,
    LIMITED,
    RESTRICTED;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
