package org.comity.node.exchange;

import java.time.Instant;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * An organisation without a node answered one of this node's messages. What it says and encloses is read with
 * {@link Answers#require}. May be published more than once.
 *
 * @param answers the message that it answers
 * @param signature whether the sender is proved; if not, a person decided that it is an answer
 */
public record AnswerFiled(
        UUID answer, MessageId answers, UUID conversation, PartyId from, SignatureCheck signature, Instant cameAt) {}
