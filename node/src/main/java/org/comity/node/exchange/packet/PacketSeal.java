package org.comity.node.exchange.packet;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeKeys;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.PacketNotTaken;
import org.comity.node.frame.Said;

/**
 * Signs as one node (Ed25519 in CMS, RFC 8419) and seals to another (X25519 with HKDF-SHA-256, RFC 8418; AES-256-GCM,
 * RFC 5084), by the keys on their cards.
 */
final class PacketSeal {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private PacketSeal() {}

    /** Who may bring packets to this node. */
    @FunctionalInterface
    interface Circle {
        Optional<NodeCard> cardOf(PartyId party);
    }

    /** What was sealed, and who proved to have sealed it. */
    record Unsealed(PartyId from, byte[] content) {}

    static byte[] seal(byte[] content, NodeKeys own, NodeCard to) {
        try {
            CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
            signing.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(new JcaContentSignerBuilder("Ed25519").build(own.signingKey()), own.signingCertificate()));
            signing.addCertificates(new JcaCertStore(List.of(own.signingCertificate())));
            byte[] signed =
                    signing.generate(new CMSProcessableByteArray(content), true).getEncoded();

            KeyPair once = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            CMSAuthEnvelopedDataGenerator sealing = new CMSAuthEnvelopedDataGenerator();
            sealing.addRecipientInfoGenerator(new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_HKDF_SHA256,
                            once.getPrivate(),
                            once.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(to.encryption())
                    .setProvider(PROVIDER));
            return sealing.generate(new CMSProcessableByteArray(signed), (OutputAEADEncryptor)
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                    .setProvider(PROVIDER)
                                    .build())
                    .getEncoded();
        } catch (GeneralSecurityException | CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The packet to " + to.party() + " could not be sealed.", e);
        }
    }

    /** @throws PacketNotTaken unless it is sealed to this node, whole, and signed by a node of the circle */
    static Unsealed open(byte[] cms, NodeKeys own, Circle circle) {
        CMSSignedData signed;
        try {
            signed = new CMSSignedData(unsealed(new CMSAuthEnvelopedData(cms), own));
        } catch (CMSException | IllegalArgumentException e) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.altered"));
        }
        if (signed.getSignerInfos().size() != 1
                || signed.getSignedContent() == null
                || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.altered"));
        }
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        PartyId from = signed.getCertificates().getMatches(null).stream()
                .filter(certificate -> signer.getSID().match(certificate))
                .findFirst()
                .flatMap(PacketSeal::partyOf)
                .orElseThrow(() -> new PacketNotTaken(Said.of("exchange.packet.refused.altered")));
        NodeCard card = circle.cardOf(from)
                .orElseThrow(() -> new PacketNotTaken(Said.of("exchange.packet.refused.unknown-sender", from.value())));
        if (!verifies(signer, card.signing())) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.signature", from.value()));
        }
        return new Unsealed(from, content);
    }

    private static byte[] unsealed(CMSAuthEnvelopedData sealed, NodeKeys own) throws CMSException {
        X509CertificateHolder ours = holder(own.encryptionCertificate());
        for (RecipientInformation recipient : sealed.getRecipientInfos().getRecipients()) {
            if (recipient.getRID().match(ours)) {
                return recipient.getContent(
                        new JceKeyAgreeEnvelopedRecipient(own.encryptionKey()).setProvider(PROVIDER));
            }
        }
        throw new PacketNotTaken(Said.of("exchange.packet.refused.addressee"));
    }

    /** By the certificate on the card alone, whatever certificate came with the packet. */
    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(holder(certificate))
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static Optional<PartyId> partyOf(X509CertificateHolder holder) {
        try {
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .map(PartyId::new);
        } catch (CertificateException | InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (CertificateException | IOException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }
}
