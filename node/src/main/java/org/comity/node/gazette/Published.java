package org.comity.node.gazette;

import java.time.Instant;
import java.util.Optional;

/**
 * An announcement of this node at its place in the log.
 *
 * @param by the person, or {@code node}
 * @param revokedBy place of the announcement that takes it back
 */
public record Published(long position, Announcement announcement, String note, String by, Optional<Long> revokedBy) {

    public Instant at() {
        return announcement.at();
    }
}
