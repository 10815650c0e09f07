package org.comity.node.forum.silence;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.forum.meeting.Party;

/**
 * Something that happened in a procedure, in the order in which the register took it in.
 *
 * @param by delegation; empty where chair or secretariat acted
 * @param receivedAt by the register's clock; what counts at the end
 * @param text reason, amendment or explanation; may be empty
 * @param end what the end became, where it was moved
 */
public record SilenceAct(Kind kind, Optional<Party> by, Instant receivedAt, String text, Optional<Instant> end) {

    public enum Kind {
        OBJECTION,
        AMENDMENT,
        /** Of the delegation's objection and amendment alike. */
        WITHDRAWAL,
        EXTENSION,
        /** Of the whole period, because notice did not reach a member or the node was away. */
        RESTART,
        CANCELLATION,
        /** Said after the outcome; it changes nothing. */
        EXPLANATION;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean breaksSilence() {
            return this == OBJECTION || this == AMENDMENT;
        }
    }
}
