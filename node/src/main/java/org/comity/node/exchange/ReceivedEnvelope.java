package org.comity.node.exchange;

import java.time.Instant;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * An envelope that came in, was authenticated, and is taken in its order.
 *
 * @param from proved by the signature, not merely claimed
 * @param sequence from 1, without gaps, as the sender counted within the conversation
 */
public record ReceivedEnvelope(
        MessageId id, PartyId from, UUID conversation, long sequence, byte[] content, Instant receivedAt) {}
