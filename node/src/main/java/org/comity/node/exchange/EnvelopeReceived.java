package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/** Something new can be taken from the inbox for this conversation. May be published more than once. */
public record EnvelopeReceived(MessageId id, PartyId from, UUID conversation) {}
