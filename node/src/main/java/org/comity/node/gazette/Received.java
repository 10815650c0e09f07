package org.comity.node.gazette;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.directory.PartyId;

/**
 * An announcement of another node, shown to be in its signed log.
 *
 * @param position its place in that log
 * @param size entries that the checkpoint signed under which it was read
 * @param note the entry as it was signed
 * @param leadsTo page of this node with what was made of it; empty if nothing
 */
public record Received(
        PartyId party,
        Announcement announcement,
        long position,
        long size,
        String note,
        Instant receivedAt,
        State state,
        Optional<Decision> decision,
        String leadsTo,
        Optional<Revoked> revoked) {

    /** What became of it here. */
    public enum State {
        /** Waits for a person. */
        HELD,
        TAKEN,
        DECLINED,
        /** To be read; there is nothing to take over. */
        NOTED
    }

    /** @param by a person, or {@code node} where a rule took it over */
    public record Decision(Instant at, String by, String because) {}

    /** The publisher took it back. */
    public record Revoked(Instant at, String why) {}

    /** Whether somebody should decide. */
    public boolean isOpen() {
        return state == State.HELD && revoked.isEmpty();
    }
}
