package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * A request over HI-1 has no answer yet, or never will.
 *
 * @param reason in words a duty officer understands, with what to do next
 * @param gaveUp false while retries go on, true when a person must act
 */
public record Hi1CallDelayed(UUID transaction, UUID conversation, PartyId to, String reason, boolean gaveUp) {}
