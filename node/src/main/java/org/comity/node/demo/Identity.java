package org.comity.node.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key with a certificate that it signed itself, for those in the demo who have no node: a mail server, a mail program. */
record Identity(PrivateKey key, X509Certificate certificate) {

    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 64;
    private static final Duration BACKDATED = Duration.ofHours(1);

    /** Longer than the story, whose exercise clock does not move certificates' time. */
    private static final Duration VALID = Duration.ofDays(30);

    static Identity ofServer(String host) {
        return make(new X500NameBuilder().addRDN(BCStyle.CN, host).build(), new GeneralName(GeneralName.dNSName, host));
    }

    static Identity ofMailProgram(String organisation, String address) {
        return make(
                new X500NameBuilder()
                        .addRDN(BCStyle.O, organisation)
                        .addRDN(BCStyle.CN, address)
                        .build(),
                new GeneralName(GeneralName.rfc822Name, address));
    }

    /** The certificate as a file to hand over. */
    String pem() {
        try {
            return pem(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was made can be written.", e);
        }
    }

    static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static Identity make(X500Name name, GeneralName alternative) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            Instant now = Desk.now();
            return new Identity(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            name,
                                            new BigInteger(SERIAL_BITS, new SecureRandom()),
                                            Date.from(now.minus(BACKDATED)),
                                            Date.from(now.plus(VALID)),
                                            name,
                                            pair.getPublic())
                                    .addExtension(
                                            Extension.subjectAlternativeName, false, new GeneralNames(alternative))
                                    .addExtension(
                                            Extension.keyUsage,
                                            true,
                                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("A key can be made on every JDK.", e);
        }
    }
}
