package org.comity.node.exchange;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;

/**
 * How one envelope fares on its way.
 *
 * @param lastError why the last attempt failed, in words
 * @param nextAttemptAt empty when delivered or given up
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
        Optional<Instant> confirmedAt) {

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
}
