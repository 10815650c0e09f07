package org.comity.node.gazette;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;

/**
 * A gazette that this node follows.
 *
 * @param address where its tiles are read: the publisher's node, or a mirror; the publisher's key decides, not the place
 * @param applied kinds that are taken over at once where they concern the publisher itself; all else waits for a person
 * @param by who decided to follow it
 * @param taken how many entries were read so far
 * @param trouble why the last look brought nothing
 * @param stopped it is not looked at any more; what was read stays
 */
public record Followed(
        PartyId party,
        URI address,
        Set<AnnouncementKind> applied,
        Instant since,
        String by,
        long taken,
        Optional<Instant> lookedAt,
        Optional<Noted> trouble,
        boolean stopped) {

    public boolean applies(AnnouncementKind kind) {
        return applied.contains(kind);
    }
}
