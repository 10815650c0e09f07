package org.comity.node.exchange.as4;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.ebms3header.Ebms3Error;
import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.MessagePartNRInformation;
import com.helger.phase4.ebms3header.NonRepudiationInformation;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.marshaller.NonRepudiationInformationMarshaller;
import com.helger.phase4.messaging.crypto.AS4Signer;
import com.helger.phase4.model.error.EEbmsErrorSeverity;
import com.helger.phase4.model.error.Ebms3ErrorBuilder;
import com.helger.phase4.model.message.AS4ErrorMessage;
import com.helger.phase4.model.message.AS4ReceiptMessage;
import com.helger.phase4.model.message.AbstractAS4Message;
import com.helger.phase4.model.message.MessageHelperMethods;
import com.helger.phase4.util.AS4ResourceHelper;
import com.helger.phase4.util.AS4XMLHelper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Receipts and errors: written and signed as this node, and judged when a peer sends them. */
public final class Signals {

    /** Signals travel as plain SOAP, without attachments. */
    public static final String CONTENT_TYPE = "application/soap+xml;charset=utf-8";

    /** A refusal of this category is about the content: repeating it is of no use. */
    private static final String CONTENT_CATEGORY = "Content";

    private static final int LONGEST_TEXT = 500;

    private final OwnNode own;
    private final Clock wallClock;
    private final IAS4CryptoFactory signing;

    public Signals(OwnNode own, Clock wallClock) {
        As4.start();
        this.own = own;
        this.wallClock = wallClock;
        this.signing = As4Keys.signing(own.keys());
    }

    /** A signed receipt that names what was received by its digests (non-repudiation of receipt). */
    public byte[] receiptFor(OpenedMessage message) {
        AS4ReceiptMessage receipt =
                AS4ReceiptMessage.create(As4.SOAP, newId(), message.header(), message.soap(), true, null);
        return signed(receipt, receipt.getMessagingID());
    }

    /** A signed error that tells the sender why its message was not taken. */
    public byte[] errorFor(Refusal refusal) {
        Ebms3Error error = new Ebms3ErrorBuilder()
                .errorCode(refusal.reason().code())
                .shortDescription(refusal.reason().shortDescription())
                .severity(EEbmsErrorSeverity.FAILURE)
                .origin("ebMS")
                .refToMessageInError(refusal.messageId().orElse(null))
                .description(refusal.text(), Locale.ENGLISH)
                .errorDetail(refusal.text())
                .build();
        error.setCategory(refusal.reason() == Refusal.Reason.CONTENT ? CONTENT_CATEGORY : "Communication");
        Ebms3SignalMessage signal = new Ebms3SignalMessage();
        signal.setMessageInfo(MessageHelperMethods.createEbms3MessageInfo(
                newId(), refusal.messageId().orElse(null), wallClock.instant().atOffset(ZoneOffset.UTC)));
        signal.addError(error);
        AS4ErrorMessage message = new AS4ErrorMessage(As4.SOAP, signal);
        return signed(message, message.getMessagingID());
    }

    /** Judges what the peer answered to the message. */
    public Answer judge(byte[] body, @Nullable String contentType, NodeCard peer, List<SealedMessage> sent) {
        if (contentType == null) {
            return new Answer.Worthless("no-receipt");
        }
        try (AS4ResourceHelper resources = new AS4ResourceHelper()) {
            Wire wire = Wire.read(body, contentType, resources);
            Structure structure = Structure.of(wire.soap());
            structure.requireSigned(List.of());
            Ebms3SignalMessage signal = Wire.signal(structure.messaging());
            IAS4IncomingMessageState state = wire.process(
                    As4Keys.verifying(peer), signing, As4.processingMode(peer.party(), own.party()), resources);
            Wire.requireSigner(state, peer);
            return judge(signal, body, sent);
        } catch (Refusal refusal) {
            return new Answer.Worthless("untrusted", refusal.text());
        } catch (RuntimeException e) {
            return new Answer.Worthless("not-understood");
        }
    }

    private Answer judge(Ebms3SignalMessage signal, byte[] body, List<SealedMessage> sent) {
        Ebms3MessageInfo info = signal.getMessageInfo();
        String about = info == null ? null : info.getRefToMessageId();
        if (about == null
                || sent.stream().noneMatch(message -> message.id().value().equals(about))) {
            return new Answer.Worthless("another-message");
        }
        OffsetDateTime stamp = info == null || info.getTimestamp() == null
                ? null
                : info.getTimestamp().toOffsetDateTime();
        if (stamp == null || stamp.toInstant().isAfter(wallClock.instant().plus(As4.CLOCKS_DIFFER))) {
            return new Answer.Worthless("clocks");
        }
        if (!signal.getError().isEmpty()) {
            String text = signal.getError().stream().map(Signals::text).collect(Collectors.joining(" "));
            boolean forGood =
                    signal.getError().stream().anyMatch(error -> CONTENT_CATEGORY.equals(error.getCategory()));
            return new Answer.Refused(text, forGood);
        }
        Optional<Set<SignedReference>> received = received(signal);
        if (received.isEmpty()) {
            return new Answer.Worthless("empty-receipt");
        }
        if (sent.stream().noneMatch(message -> message.references().equals(received.get()))) {
            return new Answer.Worthless("other-content");
        }
        return new Answer.Receipt(body);
    }

    private static Optional<Set<SignedReference>> received(Ebms3SignalMessage signal) {
        if (signal.getReceipt() == null) {
            return Optional.empty();
        }
        for (Object any : signal.getReceipt().getAny()) {
            NonRepudiationInformation information = switch (any) {
                case NonRepudiationInformation read -> read;
                case Element element -> new NonRepudiationInformationMarshaller().read(element);
                default -> null;
            };
            if (information != null
                    && !information.getMessagePartNRInformation().isEmpty()) {
                return Optional.of(SignedReference.all(information.getMessagePartNRInformation().stream()
                        .map(MessagePartNRInformation::getReference)
                        .toList()));
            }
        }
        return Optional.empty();
    }

    /** What the peer says is shown to people: plain and short. */
    private static String text(Ebms3Error error) {
        String text = error.getErrorDetail() == null ? "" : error.getErrorDetail();
        if (text.isBlank() && error.getShortDescription() != null) {
            text = error.getShortDescription();
        }
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) + "…" : plain;
    }

    private byte[] signed(AbstractAS4Message<?> message, String messagingId) {
        try (AS4ResourceHelper resources = new AS4ResourceHelper()) {
            Document document = AS4Signer.createSignedMessage(
                    signing,
                    message.getAsSoapDocument(),
                    As4.SOAP,
                    messagingId,
                    new CommonsArrayList<>(),
                    resources,
                    true,
                    As4Keys.signingParameters());
            return AS4XMLHelper.serializeXML(document).getBytes(StandardCharsets.UTF_8);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("The answer could not be signed.", e);
        }
    }

    private String newId() {
        return UUID.randomUUID() + "@" + own.party().value().toLowerCase(Locale.ROOT) + ".comity";
    }
}
