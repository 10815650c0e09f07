package org.comity.node.checkup;

import java.util.Locale;
import org.comity.node.frame.Said;

/** What is tried, in the order of the report. */
public enum Subject {
    DATABASE,
    CLOCKS,
    KEYS,
    CERTIFICATES,
    JOURNAL,
    LAW,
    FORMS,
    AS4,
    HI1_MESSAGES,
    HI1_DOOR,
    MAIL_OUT,
    MAIL_IN,
    PACKETS,
    VAULT;

    /** For programs. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a word or two. */
    public Said said() {
        return Said.of("checkup.of." + token());
    }

    /** What is done to try it. */
    public Said tried() {
        return Said.of("checkup.tried." + token());
    }
}
