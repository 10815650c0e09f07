package org.comity.node.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Two histories of one journal. Both signed checkpoints are kept: together they are the evidence.
 *
 * @param party whose node says or shows the other history
 * @param origin names the journal
 * @param seen checkpoint that was seen before; of our own journal, what we showed
 * @param shown what contradicts it: a signed checkpoint, or the witness's refusal
 * @param settledAt when a person accepted the new history, after asking the other side
 */
public record Contradiction(
        long id,
        Side side,
        String party,
        String origin,
        Nature nature,
        String seen,
        String shown,
        Instant at,
        Optional<Instant> settledAt,
        Optional<String> settledBy,
        Optional<String> because) {

    /** Whose journal has two histories. */
    public enum Side {
        /** This node saw it of another's journal. */
        THEIRS,
        /** Another node says so of this node's journal. */
        OURS
    }

    /** What contradicts. */
    public enum Nature {
        /** It lacks entries that were there. */
        SHORTER,
        /** What was there is no longer the beginning of it. */
        REWRITTEN,
        /** Two roots for the same number of entries: two views. */
        SPLIT
    }

    public boolean isOpen() {
        return settledAt.isEmpty();
    }
}
