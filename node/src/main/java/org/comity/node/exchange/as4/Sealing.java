package org.comity.node.exchange.as4;

import com.helger.mime.CMimeType;
import com.helger.phase4.attachment.EAS4CompressionMode;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.client.AS4ClientBuiltMessage;
import com.helger.phase4.client.AS4ClientUserMessage;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.model.message.MessageHelperMethods;
import com.helger.phase4.util.AS4ResourceHelper;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.MessageId;

/** Makes a message ready for the wire: compressed, signed as this node, encrypted to the peer. */
public final class Sealing {

    private final OwnNode own;
    private final Clock wallClock;
    private final IAS4CryptoFactory signing;

    public Sealing(OwnNode own, Clock wallClock) {
        As4.start();
        this.own = own;
        this.wallClock = wallClock;
        this.signing = As4Keys.signing(own.keys());
    }

    /**
     * @param sequence from 1, without gaps, within the conversation
     */
    public SealedMessage seal(MessageId id, NodeCard to, UUID conversation, long sequence, byte[] content) {
        return seal(Purpose.HAND_OVER, id, to, conversation, sequence, content);
    }

    public SealedMessage seal(
            Purpose purpose, MessageId id, NodeCard to, UUID conversation, long sequence, byte[] content) {
        try (AS4ResourceHelper resources = new AS4ResourceHelper()) {
            AS4ClientUserMessage message = new AS4ClientUserMessage(resources);
            describe(message, purpose, to, conversation, sequence);
            message.addAttachment(attachment(content, resources));
            message.setCryptoFactorySign(signing);
            message.setCryptoFactoryCrypt(signing);
            message.signingParams().setAlgorithmSign(As4.SIGNATURE).setAlgorithmSignDigest(As4.DIGEST);
            message.cryptParams()
                    .setAlgorithmCrypt(As4.ENCRYPTION)
                    .setEDelivery2KeyAgreementX25519()
                    .setCertificate(to.encryption());

            AS4ClientBuiltMessage built = message.buildMessage(id.value(), null);
            HttpEntity entity = built.getHttpEntity();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            entity.writeTo(body);
            return new SealedMessage(
                    id,
                    oneLine(entity.getContentType()),
                    body.toByteArray(),
                    SignedReference.all(Objects.requireNonNull(built.getAllDSReferences(), "it was signed")));
        } catch (IOException | MessagingException | WSSecurityException e) {
            throw new IllegalStateException("The message " + id + " to " + to.party() + " could not be sealed.", e);
        }
    }

    private void describe(
            AS4ClientUserMessage message, Purpose purpose, NodeCard to, UUID conversation, long sequence) {
        message.setSoapVersion(As4.SOAP);
        message.setSendingDateTime(wallClock.instant().atOffset(ZoneOffset.UTC));
        message.setServiceValue(purpose.service());
        message.setAction(purpose.action());
        message.setAgreementRefValue(As4.AGREEMENT);
        message.setPModeID(null);
        message.setConversationID(conversation.toString());
        message.setFromPartyIDType(As4.PARTY_TYPE);
        message.setFromPartyID(own.party().value());
        message.setFromRole(As4.INITIATOR_ROLE);
        message.setToPartyIDType(As4.PARTY_TYPE);
        message.setToPartyID(to.party().value());
        message.setToRole(As4.RESPONDER_ROLE);
        message.ebms3Properties()
                .add(MessageHelperMethods.createEbms3Property(
                        As4.ORIGINAL_SENDER, own.party().value()));
        message.ebms3Properties()
                .add(MessageHelperMethods.createEbms3Property(
                        As4.FINAL_RECIPIENT, to.party().value()));
        message.ebms3Properties().add(MessageHelperMethods.createEbms3Property(As4.SEQUENCE, Long.toString(sequence)));
    }

    /** Compressed here, because the library would do it through a file. */
    private static WSS4JAttachment attachment(byte[] content, AS4ResourceHelper resources) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        WSS4JAttachment attachment = WSS4JAttachment.createOutgoingFileAttachment(
                compressed.toByteArray(),
                MessageHelperMethods.createRandomContentID(),
                null,
                CMimeType.APPLICATION_XML,
                null,
                null,
                resources);
        attachment.setCompressionMode(EAS4CompressionMode.GZIP);
        return attachment;
    }

    /** MIME folds long headers; HTTP forbids it (RFC 9110 §5.5). */
    private static String oneLine(String header) {
        return header.replaceAll("\\s*\\r?\\n\\s*", " ");
    }
}
