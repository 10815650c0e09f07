package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * An envelope could not be delivered.
 *
 * @param reason in words a duty officer understands, with what to do next
 * @param attempts how often it was tried
 * @param gaveUp false while retries go on, true when a person must act
 */
public record DeliveryFailed(
        MessageId id, UUID conversation, PartyId to, String reason, int attempts, boolean gaveUp) {}
