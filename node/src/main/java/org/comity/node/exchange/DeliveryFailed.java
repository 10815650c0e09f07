package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;

/**
 * An envelope could not be delivered.
 *
 * @param reason in words a duty officer understands, with what to do
 * @param attempts how often it was tried
 * @param gaveUp false while retries go on, true when a person must act
 */
public record DeliveryFailed(MessageId id, UUID conversation, PartyId to, Noted reason, int attempts, boolean gaveUp) {}
