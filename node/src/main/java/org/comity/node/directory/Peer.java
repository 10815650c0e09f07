package org.comity.node.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Another node that this one trusts.
 *
 * @param addedBy the person or command that added it
 * @param confirmedAt when someone last compared the fingerprint with the peer by telephone
 * @param lastHeardAt when it last sent us something that its signature proved
 * @param channel over the network, or by packet while it is not connected
 */
public record Peer(
        NodeCard card,
        Instant addedAt,
        String addedBy,
        Optional<Instant> confirmedAt,
        Optional<Instant> lastHeardAt,
        Channel channel)
        implements Counterpart {

    /** Nodes send each other a test message four times a day; whoever missed all of them may have moved. */
    public static final Duration HEARD_WITHIN = Duration.ofHours(24);

    /** Since when nothing proves that the entry is still right; empty while something does. */
    public Optional<Instant> staleSince(Instant now) {
        Instant last = lastHeardAt.orElse(addedAt);
        return last.plus(HEARD_WITHIN).isBefore(now) ? Optional.of(last) : Optional.empty();
    }

    @Override
    public PartyId party() {
        return card.party();
    }

    @Override
    public String organisation() {
        return card.organisation();
    }

    @Override
    public Set<NodeFunction> functions() {
        return card.functions();
    }

    @Override
    public List<String> languages() {
        return card.languages();
    }
}
