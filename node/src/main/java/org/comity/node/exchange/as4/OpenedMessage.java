package org.comity.node.exchange.as4;

import com.helger.phase4.ebms3header.Ebms3UserMessage;
import java.time.Instant;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.MessageId;
import org.w3c.dom.Document;

/**
 * A message that was authenticated, decrypted and found to be addressed to this node under the agreed profile.
 *
 * @param sentAt as the sender's signature says
 */
public record OpenedMessage(
        Purpose purpose,
        MessageId id,
        PartyId from,
        UUID conversation,
        long sequence,
        byte[] content,
        Instant sentAt,
        Ebms3UserMessage header,
        Document soap) {}
