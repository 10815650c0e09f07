package org.comity.node.exchange;

import java.util.List;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;

/**
 * What one node hands to another. The content is sealed to the receiver; nothing else about a case leaves the node.
 *
 * @param conversation ties all envelopes about one matter together; both sides know it by the same id
 * @param content an HI-1 message (ETSI TS 103 120) in XML
 * @param enclosures the same as documents, for a counterpart who reads paper
 */
public record Envelope(UUID conversation, PartyId to, byte[] content, List<Enclosure> enclosures) {

    public Envelope {
        enclosures = List.copyOf(enclosures);
        if (enclosures.size() > Enclosure.MOST) {
            throw new Enclosure.BadEnclosure(Said.of("exchange.refused.enclosures-many", Enclosure.MOST));
        }
        if (enclosures.stream().mapToLong(it -> it.content().length).sum() > Enclosure.MOST_BYTES) {
            throw new Enclosure.BadEnclosure(
                    Said.of("exchange.refused.enclosures-large", Enclosure.MOST_BYTES / 1024 / 1024));
        }
        if (enclosures.stream().map(Enclosure::name).distinct().count() < enclosures.size()) {
            throw new Enclosure.BadEnclosure(Said.of("exchange.refused.enclosures-named-alike"));
        }
    }

    public Envelope(UUID conversation, PartyId to, byte[] content) {
        this(conversation, to, content, List.of());
    }
}
