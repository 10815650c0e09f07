package org.comity.node.forum.meeting;

import java.util.Locale;

/** A delegation at a meeting; no persons are named. */
public record Participant(Party party, Credentials credentials, boolean attended) {

    /** What the secretariat holds about who may speak for it. */
    public enum Credentials {
        IN_ORDER,
        PROVISIONAL,
        MISSING,
        NOT_REQUIRED;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
