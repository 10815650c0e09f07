package org.comity.node.exchange.as4;

import java.nio.charset.StandardCharsets;
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

    /** What somebody without the key could send in its place; to see that nobody takes it. */
    public SealedMessage withoutSignature() {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String unsigned = text.replaceAll("(?s)<(\\w+:)?Signature\\b.*?</(\\w+:)?Signature>", "");
        return new SealedMessage(id, contentType, unsigned.getBytes(StandardCharsets.ISO_8859_1), references);
    }
}
