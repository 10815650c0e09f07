package org.comity.node.exchange;

import java.time.Instant;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/** The peer's signed receipt came back and matches what was sent (non-repudiation of receipt). */
public record DeliveryConfirmed(MessageId id, UUID conversation, PartyId to, Instant confirmedAt) {}
