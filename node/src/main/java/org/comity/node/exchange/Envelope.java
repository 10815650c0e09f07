package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * What one node hands to another. The content is sealed to the receiver; nothing else about a case leaves the node.
 *
 * @param conversation ties all envelopes about one matter together; both sides know it by the same id
 * @param content an HI-1 message (ETSI TS 103 120) in XML
 */
public record Envelope(UUID conversation, PartyId to, byte[] content) {}
