package org.comity.node.exchange.as4;

import java.util.Set;
import org.comity.node.exchange.MessageId;

/**
 * A message as it goes over the wire, signed and encrypted. Every attempt sends these very bytes, so that one receipt
 * proves them whichever attempt it answers.
 *
 * @param references what the signature covers; the receipt must name exactly these
 */
public record SealedMessage(MessageId id, String contentType, byte[] body, Set<SignedReference> references) {

    public SealedMessage {
        references = Set.copyOf(references);
    }
}
