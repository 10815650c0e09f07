package org.comity.node.exchange.as4;

import static org.comity.node.exchange.as4.Refusal.Reason.FOREIGN_PROFILE;
import static org.comity.node.exchange.as4.Refusal.Reason.MALFORMED;
import static org.comity.node.exchange.as4.Refusal.Reason.MISADDRESSED;
import static org.comity.node.exchange.as4.Refusal.Reason.TOO_LARGE;
import static org.comity.node.exchange.as4.Refusal.Reason.UNKNOWN_PARTY;
import static org.comity.node.exchange.as4.Refusal.Reason.UNREADABLE;
import static org.comity.node.exchange.as4.Refusal.Reason.WRONG_TIME;

import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.model.message.MessageHelperMethods;
import com.helger.phase4.util.AS4ResourceHelper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.MessageId;

/**
 * Opens a message that arrived, or refuses it. Nothing that the message says is believed before the one certificate
 * registered for its sender has signed it, and nothing is left out of that signature.
 */
public final class Opening {

    private final OwnNode own;
    private final Clock wallClock;
    private final IAS4CryptoFactory decrypting;

    public Opening(OwnNode own, Clock wallClock) {
        As4.start();
        this.own = own;
        this.wallClock = wallClock;
        this.decrypting = As4Keys.opening(own.keys());
    }

    /** Who may send to this node. */
    @FunctionalInterface
    public interface Circle {
        Optional<NodeCard> cardOf(PartyId party);
    }

    /**
     * @throws Refusal when the message may not be taken in
     */
    public OpenedMessage open(byte[] body, String contentType, Circle circle) {
        return open(body, contentType, circle, As4.OLDEST);
    }

    /**
     * @param oldest how long the message may have been on its way
     * @throws Refusal when the message may not be taken in
     */
    public OpenedMessage open(byte[] body, String contentType, Circle circle, Duration oldest) {
        try (AS4ResourceHelper resources = new AS4ResourceHelper()) {
            Wire wire = Wire.read(body, contentType, resources);
            Structure structure = Structure.of(wire.soap());
            Ebms3UserMessage message = Wire.userMessage(structure.messaging());
            Header header = Header.of(message);
            try {
                return open(wire, structure, message, header, circle, oldest, resources);
            } catch (Refusal refusal) {
                throw refusal.of(header.messageId(), header.from());
            } catch (RuntimeException e) {
                throw new Refusal(MALFORMED, "The message can't be processed.").of(header.messageId(), header.from());
            }
        }
    }

    private OpenedMessage open(
            Wire wire,
            Structure structure,
            Ebms3UserMessage message,
            Header header,
            Circle circle,
            Duration oldest,
            AS4ResourceHelper resources) {
        requireAddressedToUs(header);
        PartyId from = sender(header);
        NodeCard card = circle.cardOf(from)
                .orElseThrow(() -> new Refusal(
                        UNKNOWN_PARTY,
                        own.party() + " does not know " + from + ". Hand over your card, and have it added there."));

        List<String> attachments =
                wire.attachments().stream().map(WSS4JAttachment::getId).toList();
        structure.requireSigned(attachments);
        structure.requireEncrypted(attachments);
        Purpose purpose = requireProfile(header, attachments);
        requireFresh(header.sentAt(), oldest);

        IAS4IncomingMessageState state =
                wire.process(As4Keys.verifying(card), decrypting, As4.processingMode(from, own.party()), resources);
        Wire.requireSigner(state, card);
        if (!state.isSoapDecrypted()) {
            throw new Refusal(UNREADABLE, "The message could not be decrypted.");
        }
        return new OpenedMessage(
                purpose,
                new MessageId(header.messageId()),
                from,
                conversation(header),
                sequence(header),
                content(state),
                header.sentAt(),
                message,
                wire.soap());
    }

    private void requireAddressedToUs(Header header) {
        String here = own.party().value();
        if (!header.to().equals(here)) {
            throw new Refusal(MISADDRESSED, "The message is for \"" + header.to() + "\"; this is " + here + ".");
        }
        if (!header.property(As4.ORIGINAL_SENDER).equals(header.from())
                || !header.property(As4.FINAL_RECIPIENT).equals(here)) {
            throw new Refusal(
                    MISADDRESSED, "Original sender and final recipient must be the two nodes that speak here.");
        }
    }

    private static PartyId sender(Header header) {
        try {
            return new PartyId(header.from());
        } catch (IllegalArgumentException e) {
            throw new Refusal(UNKNOWN_PARTY, "The sender's party id is not of the agreed form.");
        }
    }

    private static Purpose requireProfile(Header header, List<String> attachments) {
        Optional<Purpose> purpose = Purpose.of(header.service(), header.action());
        if (purpose.isEmpty() || !header.agreement().equals(As4.AGREEMENT)) {
            throw new Refusal(
                    FOREIGN_PROFILE,
                    "Service, action and agreement must be " + As4.SERVICE + ", " + As4.ACTION + " and " + As4.AGREEMENT
                            + ".");
        }
        if (header.refersToAnother()) {
            throw new Refusal(FOREIGN_PROFILE, "Messages are one-way; this one refers to another.");
        }
        if (header.parts().size() != 1 || attachments.size() != 1) {
            throw new Refusal(
                    FOREIGN_PROFILE,
                    "The message must hold one payload; it announces "
                            + header.parts().size() + " and holds " + attachments.size() + ".");
        }
        Header.Part part = header.parts().getFirst();
        if (!part.href().equals(MessageHelperMethods.PREFIX_CID + attachments.getFirst())
                || !As4.CONTENT_TYPE.equals(part.properties().get(MessageHelperMethods.PART_PROPERTY_MIME_TYPE))
                || !"application/gzip"
                        .equals(part.properties().get(MessageHelperMethods.PART_PROPERTY_COMPRESSION_TYPE))) {
            throw new Refusal(FOREIGN_PROFILE, "The payload must be " + As4.CONTENT_TYPE + ", compressed by gzip.");
        }
        return purpose.get();
    }

    private void requireFresh(Instant sentAt, Duration oldest) {
        Instant now = wallClock.instant();
        if (sentAt.isBefore(now.minus(oldest)) || sentAt.isAfter(now.plus(As4.CLOCKS_DIFFER))) {
            throw new Refusal(
                    WRONG_TIME,
                    "The message is dated " + sentAt + ", but it is " + now + " here. Check both nodes' clocks.");
        }
    }

    private static UUID conversation(Header header) {
        try {
            UUID conversation = UUID.fromString(header.conversation());
            if (conversation.toString().equals(header.conversation())) {
                return conversation;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new Refusal(FOREIGN_PROFILE, "The conversation must be named by a UUID in lower case.");
    }

    private static long sequence(Header header) {
        String text = header.property(As4.SEQUENCE);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(FOREIGN_PROFILE, "The message must count its place in the conversation from 1.");
        }
        return Long.parseLong(text);
    }

    private static byte[] content(IAS4IncomingMessageState state) {
        List<WSS4JAttachment> attachments = state.getDecryptedAttachments();
        if (attachments == null || attachments.size() != 1) {
            throw new Refusal(UNREADABLE, "The payload could not be decrypted.");
        }
        try (InputStream in = attachments.getFirst().getSourceStream()) {
            byte[] content = in.readNBytes(As4.MOST_CONTENT_BYTES + 1);
            if (content.length > As4.MOST_CONTENT_BYTES) {
                throw new Refusal(
                        TOO_LARGE, "The content has more than " + As4.MOST_CONTENT_BYTES + " bytes uncompressed.");
            }
            return content;
        } catch (IOException | IllegalStateException e) {
            throw new Refusal(UNREADABLE, "The payload is not compressed by gzip.");
        }
    }
}
