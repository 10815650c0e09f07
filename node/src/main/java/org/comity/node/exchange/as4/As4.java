package org.comity.node.exchange.as4;

import com.helger.phase4.CAS4;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.mgr.AS4ManagerFactoryInMemory;
import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.ESoapVersion;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.scope.mgr.ScopeManager;
import java.time.Duration;
import org.comity.node.directory.PartyId;

/**
 * What two nodes agree on before they speak: the processing mode of every message, and its limits.
 *
 * <p>phase4 builds, signs, seals and opens messages; whether a message is taken is decided here and in {@link Opening},
 * because the library reads a processing mode but does not enforce its security.
 */
public final class As4 {

    public static final String SERVICE = "urn:comity:exchange";
    public static final String ACTION = "urn:comity:exchange:hand-over";
    public static final String AGREEMENT = "urn:comity:agreement:1";
    public static final String PARTY_TYPE = "urn:comity:party";
    public static final String CONTENT_TYPE = "application/xml";

    /** eDelivery AS4 2.0 §3: message properties of the four-corner model; here a node is both corners of its side. */
    static final String ORIGINAL_SENDER = "originalSender";

    static final String FINAL_RECIPIENT = "finalRecipient";
    static final String SEQUENCE = "sequence";

    static final String INITIATOR_ROLE = CAS4.DEFAULT_INITIATOR_URL;
    static final String RESPONDER_ROLE = CAS4.DEFAULT_RESPONDER_URL;

    /** What may stand in one envelope. Larger things travel beside the message, with their digest in it. */
    public static final int MOST_CONTENT_BYTES = 768 * 1024;

    /** Content that doesn't compress, with its headers and signatures, still fits. */
    public static final int MOST_BODY_BYTES = 1024 * 1024;

    /** RFC 2822 leaves it open; a database index doesn't. */
    static final int LONGEST_ID = 255;

    /** Retries send the very same bytes, so a message may be this old; the duplicate check has no such end. */
    public static final Duration OLDEST = Duration.ofDays(8);

    /** A message that is carried by hand: a diplomatic bag takes weeks. */
    public static final Duration OLDEST_CARRIED = Duration.ofDays(92);

    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    static final ESoapVersion SOAP = ESoapVersion.SOAP_12;
    static final ECryptoAlgorithmSign SIGNATURE = ECryptoAlgorithmSign.EDDSA_ED25519;
    static final ECryptoAlgorithmSignDigest DIGEST = ECryptoAlgorithmSignDigest.DIGEST_SHA_256;
    static final ECryptoAlgorithmCrypt ENCRYPTION = ECryptoAlgorithmCrypt.AES_128_GCM;

    private As4() {}

    /** Starts the libraries once for the whole process, with nothing on disk. */
    public static synchronized void start() {
        if (!ScopeManager.isGlobalScopePresent()) {
            MetaAS4Manager.setFactory(new AS4ManagerFactoryInMemory());
            ScopeManager.onGlobalBegin("comity");
            EncodedPublicKey.register();
        }
    }

    static PMode processingMode(PartyId from, PartyId to) {
        PModeLegSecurity security = new PModeLegSecurity();
        security.setX509SignatureAlgorithm(SIGNATURE);
        security.setX509SignatureHashFunction(DIGEST);
        security.setX509EncryptionAlgorithm(ENCRYPTION);
        security.setSendReceipt(true);
        security.setSendReceiptNonRepudiation(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        PModeLegErrorHandling errors = PModeLegErrorHandling.createUndefined();
        errors.setReportAsResponse(true);
        PModeLeg leg = new PModeLeg(
                new PModeLegProtocol("https", SOAP),
                PModeLegBusinessInformation.create(SERVICE, ACTION, (Long) null, CAS4.DEFAULT_MPC_ID),
                errors,
                null,
                security);
        return new PMode(
                from + "-" + to,
                new PModeParty(PARTY_TYPE, from.value(), INITIATOR_ROLE, null, null),
                new PModeParty(PARTY_TYPE, to.value(), RESPONDER_ROLE, null, null),
                AGREEMENT,
                EMEP.ONE_WAY,
                EMEPBinding.PUSH,
                leg,
                null,
                null,
                null);
    }
}
