package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * A party answered a request that was handed to {@link Hi1Outbox}; the answers are there. Single actions may have failed:
 * that is an answer too.
 */
public record Hi1Answered(UUID transaction, UUID conversation, PartyId by) {}
