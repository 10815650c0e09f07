package org.comity.node.exchange.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs a MIME entity and seals it to one certificate (RFC 8551): signed inside, so that nobody on the way sees by whom, and
 * AES-256 in CBC mode outside, which every mail program opens. That mode alone would let someone alter what is read; the
 * signature inside is what is believed, here and in decision 17.
 */
public final class Smime {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int LINE = 76;
    private static final byte[] LINE_END = {'\r', '\n'};

    private Smime() {}

    /** The entity, signed and then sealed: itself an entity with its headers. */
    static byte[] signedAndSealed(byte[] entity, MailKeys own, X509Certificate to) {
        return sealed(signed(entity, own), to);
    }

    static byte[] signed(byte[] entity, MailKeys own) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            String algorithm = own.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder(algorithm).build(own.key()), own.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(own.certificate())));
            return entity(
                    "signed-data",
                    generator
                            .generate(new CMSProcessableByteArray(entity), true)
                            .getEncoded());
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The mail could not be signed.", e);
        }
    }

    static byte[] sealed(byte[] entity, X509Certificate to) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient(to));
            return entity(
                    "enveloped-data",
                    generator
                            .generate(
                                    new CMSProcessableByteArray(entity),
                                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                            .getEncoded());
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The mail could not be sealed.", e);
        }
    }

    private static RecipientInfoGenerator recipient(X509Certificate to) throws GeneralSecurityException, CMSException {
        if (to.getPublicKey() instanceof ECPublicKey ec) {
            KeyPairGenerator once = KeyPairGenerator.getInstance("EC");
            once.initialize(ec.getParams());
            KeyPair pair = once.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF, pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES256_WRAP)
                    .addRecipient(to)
                    .setProvider(PROVIDER);
        }
        return new JceKeyTransRecipientInfoGenerator(to);
    }

    /** RFC 8551 §3.2. */
    private static byte[] entity(String type, byte[] cms) {
        String headers = """
                Content-Type: application/pkcs7-mime; smime-type=%s; name="smime.p7m"\r
                Content-Transfer-Encoding: base64\r
                Content-Disposition: attachment; filename="smime.p7m"\r
                \r
                """.formatted(type);
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        entity.writeBytes(headers.getBytes(StandardCharsets.US_ASCII));
        entity.writeBytes(Base64.getMimeEncoder(LINE, LINE_END).encode(cms));
        entity.writeBytes(LINE_END);
        return entity.toByteArray();
    }
}
