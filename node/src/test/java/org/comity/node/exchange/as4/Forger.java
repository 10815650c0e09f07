package org.comity.node.exchange.as4;

import com.helger.base.io.stream.HasInputStream;
import com.helger.mime.IMimeType;
import com.helger.mime.parse.MimeTypeParser;
import com.helger.phase4.attachment.EAS4CompressionMode;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.client.AS4ClientUserMessage;
import com.helger.phase4.client.IAS4ClientBuildMessageCallback;
import com.helger.phase4.model.ESoapVersion;
import com.helger.phase4.model.message.MessageHelperMethods;
import com.helger.phase4.util.AS4ResourceHelper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.w3c.dom.Document;

/** Makes messages that differ from a proper one in one respect: what an attacker or a faulty peer would send. */
public final class Forger {

    private final OwnNode sender;
    private final NodeCard receiver;
    private final List<Consumer<AS4ClientUserMessage>> changes = new ArrayList<>();
    private OwnNode signer;
    private NodeCard sealedTo;
    private boolean signed = true;
    private boolean encrypted = true;
    private int payloads = 1;
    private String mimeType = "application/xml";
    private boolean compressed = true;
    private byte[] content = "<a/>".getBytes();
    private String id = UUID.randomUUID() + "@forger.comity";
    private Instant sentAt;
    private byte[] swappedFor;

    private Forger(OwnNode sender, NodeCard receiver, Clock clock) {
        As4.start();
        this.sender = sender;
        this.receiver = receiver;
        this.signer = sender;
        this.sealedTo = receiver;
        this.sentAt = clock.instant();
    }

    public static Forger message(OwnNode sender, NodeCard receiver, Clock clock) {
        return new Forger(sender, receiver, clock);
    }

    public Forger unsigned() {
        signed = false;
        return this;
    }

    public Forger unencrypted() {
        encrypted = false;
        return this;
    }

    public Forger signedBy(OwnNode other) {
        signer = other;
        return this;
    }

    public Forger sealedTo(NodeCard other) {
        sealedTo = other;
        return this;
    }

    /** Signs one content and encrypts another: what someone could do who may seal to the receiver but not sign. */
    public Forger swappedAfterSigningFor(byte[] other) {
        swappedFor = other;
        return this;
    }

    public Forger payloads(int number) {
        payloads = number;
        return this;
    }

    public Forger mimeType(String other) {
        mimeType = other;
        return this;
    }

    public Forger uncompressed() {
        compressed = false;
        return this;
    }

    public Forger content(byte[] other) {
        content = other;
        return this;
    }

    public Forger id(String other) {
        id = other;
        return this;
    }

    public Forger sentAt(Instant other) {
        sentAt = other;
        return this;
    }

    public Forger with(Consumer<AS4ClientUserMessage> change) {
        changes.add(change);
        return this;
    }

    public Forger property(String name, String value) {
        return with(message -> {
            message.ebms3Properties().removeIf(property -> property.getName().equals(name));
            message.ebms3Properties().add(MessageHelperMethods.createEbms3Property(name, value));
        });
    }

    public record Forged(String contentType, byte[] body) {}

    public Forged make() {
        try (AS4ResourceHelper resources = new AS4ResourceHelper()) {
            AS4ClientUserMessage message = new AS4ClientUserMessage(resources);
            message.setSoapVersion(ESoapVersion.SOAP_12);
            message.setSendingDateTime(sentAt.atOffset(ZoneOffset.UTC));
            message.setServiceValue(As4.SERVICE);
            message.setAction(As4.ACTION);
            message.setAgreementRefValue(As4.AGREEMENT);
            message.setPModeID(null);
            message.setConversationID(UUID.randomUUID().toString());
            message.setFromPartyID(sender.party().value());
            message.setToPartyID(receiver.party().value());
            message.ebms3Properties()
                    .add(MessageHelperMethods.createEbms3Property(
                            As4.ORIGINAL_SENDER, sender.party().value()));
            message.ebms3Properties()
                    .add(MessageHelperMethods.createEbms3Property(
                            As4.FINAL_RECIPIENT, receiver.party().value()));
            message.ebms3Properties().add(MessageHelperMethods.createEbms3Property(As4.SEQUENCE, "1"));
            for (int i = 0; i < payloads; i++) {
                message.addAttachment(attachment(resources));
            }
            message.setCryptoFactory(As4Keys.signing(signer.keys()));
            if (signed) {
                message.signingParams().setAlgorithmSign(As4.SIGNATURE).setAlgorithmSignDigest(As4.DIGEST);
            }
            if (encrypted) {
                message.cryptParams()
                        .setAlgorithmCrypt(As4.ENCRYPTION)
                        .setEDelivery2KeyAgreementX25519()
                        .setCertificate(sealedTo.encryption());
            }
            changes.forEach(change -> change.accept(message));
            var entity = message.buildMessage(id, new IAS4ClientBuildMessageCallback() {
                        @Override
                        public void onSignedSoapDocument(Document signedSoap) {
                            if (swappedFor != null) {
                                byte[] packed = packed(swappedFor);
                                message.attachments()
                                        .getFirst()
                                        .setSourceStreamProvider(
                                                HasInputStream.multiple(() -> new ByteArrayInputStream(packed)));
                            }
                        }
                    })
                    .getHttpEntity();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            entity.writeTo(body);
            return new Forged(entity.getContentType().replaceAll("\\s*\\r?\\n\\s*", " "), body.toByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private WSS4JAttachment attachment(AS4ResourceHelper resources) throws Exception {
        IMimeType type = MimeTypeParser.parseMimeType(mimeType);
        WSS4JAttachment attachment = WSS4JAttachment.createOutgoingFileAttachment(
                compressed ? packed(content) : content,
                MessageHelperMethods.createRandomContentID(),
                null,
                type,
                null,
                null,
                resources);
        if (compressed) {
            attachment.setCompressionMode(EAS4CompressionMode.GZIP);
        }
        return attachment;
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
