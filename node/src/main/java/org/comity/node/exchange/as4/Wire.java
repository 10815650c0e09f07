package org.comity.node.exchange.as4;

import static org.comity.node.exchange.as4.Refusal.Reason.FOREIGN_PROFILE;
import static org.comity.node.exchange.as4.Refusal.Reason.MALFORMED;
import static org.comity.node.exchange.as4.Refusal.Reason.TOO_LARGE;
import static org.comity.node.exchange.as4.Refusal.Reason.UNSIGNED;
import static org.comity.node.exchange.as4.Refusal.Reason.WRONG_SIGNER;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.IAS4IncomingAttachmentFactory;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.ebms3header.Ebms3Messaging;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.AS4IncomingHandler;
import com.helger.phase4.incoming.AS4IncomingMessageMetadata;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4IncomingReceiverConfiguration;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.incoming.soap.SoapHeaderElementProcessorRegistry;
import com.helger.phase4.marshaller.Ebms3MessagingMarshaller;
import com.helger.phase4.model.ESoapVersion;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.util.AS4ResourceHelper;
import com.helger.phase4.util.Phase4Exception;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.comity.node.directory.NodeCard;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Bytes taken apart into the SOAP document and its attachments, of which nothing is believed yet.
 *
 * @param headers as HTTP gave them
 */
record Wire(HttpHeaderMap headers, Document soap, List<WSS4JAttachment> attachments) {

    static Wire read(byte[] body, String contentType, AS4ResourceHelper resources) {
        if (body.length > As4.MOST_BODY_BYTES) {
            throw new Refusal(TOO_LARGE, "The message has more than " + As4.MOST_BODY_BYTES + " bytes.");
        }
        HttpHeaderMap headers = new HttpHeaderMap();
        AtomicReference<@Nullable Wire> parsed = new AtomicReference<>();
        try {
            headers.addHeader("Content-Type", contentType);
            AS4IncomingHandler.parseAS4Message(
                    IAS4IncomingAttachmentFactory.DEFAULT_INSTANCE,
                    resources,
                    metadata(),
                    new ByteArrayInputStream(body),
                    headers,
                    (seen, soap, version, attachments) -> {
                        if (version != ESoapVersion.SOAP_12) {
                            throw new Refusal(FOREIGN_PROFILE, "The message must be SOAP 1.2.");
                        }
                        parsed.set(new Wire(seen, soap, attachments));
                    },
                    null);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Phase4Exception | IOException | MessagingException | WSSecurityException | RuntimeException e) {
            throw new Refusal(MALFORMED, "The message is neither SOAP nor SOAP with attachments.");
        }
        Wire wire = parsed.get();
        if (wire == null) {
            throw new Refusal(MALFORMED, "The message is neither SOAP nor SOAP with attachments.");
        }
        return wire;
    }

    /** Verifies the signature and decrypts. */
    IAS4IncomingMessageState process(
            IAS4CryptoFactory verifying, IAS4CryptoFactory decrypting, PMode mode, AS4ResourceHelper resources) {
        AS4ErrorList errors = new AS4ErrorList();
        SoapHeaderElementProcessorRegistry processors = SoapHeaderElementProcessorRegistry.createDefault(
                (id, service, action, initiator, responder, agreement, address) -> mode,
                verifying,
                decrypting,
                mode,
                AS4IncomingSecurityConfiguration.createDefaultInstance(),
                new AS4IncomingReceiverConfiguration());
        IAS4IncomingMessageState state;
        try {
            state = AS4IncomingHandler.processEbmsMessage(
                    resources,
                    Locale.ROOT,
                    processors,
                    headers,
                    soap,
                    As4.SOAP,
                    new CommonsArrayList<>(attachments),
                    new AS4IncomingProfileSelectorConstant(null, false),
                    errors,
                    metadata());
        } catch (Phase4Exception | RuntimeException e) {
            throw new Refusal(MALFORMED, "The message can't be processed.");
        }
        if (!errors.isEmpty() || !state.isSoapHeaderElementProcessingSuccessful()) {
            throw new Refusal(
                    WRONG_SIGNER,
                    "The signature or the encryption is not valid for these parties: the message was altered, signed by"
                            + " another key than the one on the sender's card, or sealed to another key.");
        }
        return state;
    }

    /** Refuses unless the signature was checked and is that of the party, by the certificate on its card. */
    static void requireSigner(IAS4IncomingMessageState state, NodeCard party) {
        if (!state.isSoapSignatureChecked() || state.getSigningCertificate() == null) {
            throw new Refusal(UNSIGNED, "The message is not signed.");
        }
        if (!party.signing().equals(state.getSigningCertificate())) {
            throw new Refusal(WRONG_SIGNER, "The message is not signed by " + party.party() + ".");
        }
    }

    static Ebms3UserMessage userMessage(Element messaging) {
        Ebms3Messaging read = messaging(messaging);
        if (read.getUserMessageCount() != 1 || read.getSignalMessageCount() != 0) {
            throw new Refusal(FOREIGN_PROFILE, "The message must hold one user message and no signal.");
        }
        return read.getUserMessage().getFirst();
    }

    static Ebms3SignalMessage signal(Element messaging) {
        Ebms3Messaging read = messaging(messaging);
        if (read.getUserMessageCount() != 0 || read.getSignalMessageCount() != 1) {
            throw new Refusal(FOREIGN_PROFILE, "The answer must hold one signal and no user message.");
        }
        return read.getSignalMessage().getFirst();
    }

    private static Ebms3Messaging messaging(Element element) {
        Ebms3Messaging read = new Ebms3MessagingMarshaller().read(element);
        if (read == null) {
            throw new Refusal(MALFORMED, "The ebMS header does not follow its schema.");
        }
        return read;
    }

    private static AS4IncomingMessageMetadata metadata() {
        return AS4IncomingMessageMetadata.createForRequest();
    }
}
