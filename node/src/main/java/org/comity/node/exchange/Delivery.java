package org.comity.node.exchange;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;

/**
 * How one envelope fares on its way.
 *
 * @param channel the way it went last, or will go first
 * @param lastError why the last attempt failed, in words
 * @param nextAttemptAt empty when delivered, given up, or in a person's hands
 * @param handedOverAt when a mail server took it, or a person took it along; it is on its way, and nothing proves more
 * @param proof why it counts as delivered
 */
public record Delivery(
        MessageId id,
        PartyId to,
        UUID conversation,
        long sequence,
        State state,
        Instant queuedAt,
        int attempts,
        Optional<Noted> lastError,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> confirmedAt,
        Channel channel,
        Optional<Instant> handedOverAt,
        Optional<Proof> proof) {

    /** From the caller's commit to the peer's receipt. */
    public enum State {
        /** Not tried yet. */
        QUEUED,
        /** Tried; no receipt yet. */
        SENT,
        /** The peer's signed receipt is here. */
        CONFIRMED,
        /** Given up; a person may try again. */
        FAILED;

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** What shows that an envelope arrived. */
    public enum Proof {
        /** The other node's signed receipt, over the network or carried back. */
        SIGNED_RECEIPT("signed-receipt"),
        /** A mail in answer, signed with the certificate that the directory holds of the sender. */
        SIGNED_MAIL("signed-mail"),
        /** A person recorded that the other side acknowledged it, and from which source they know. */
        RECORD("record");

        private final String token;

        Proof(String token) {
            this.token = token;
        }

        public String token() {
            return token;
        }

        static Proof of(String token) {
            for (Proof proof : values()) {
                if (proof.token.equals(token)) {
                    return proof;
                }
            }
            throw new IllegalArgumentException("\"" + token + "\" is no proof of delivery.");
        }
    }
}
