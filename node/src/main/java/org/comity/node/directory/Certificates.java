package org.comity.node.directory;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.comity.node.frame.Said;

/** The X.509 certificates of a node: a root of its own, and what the root vouches for. */
final class Certificates {

    /** RFC 5280 §4.1.2.2 allows 20 octets; 16 random ones make a clash impossible in practice. */
    private static final int SERIAL_BITS = 127;

    private Certificates() {}

    enum Purpose {
        ROOT("root", KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature),
        SIGNING("signing", KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        ENCRYPTION("encryption", KeyUsage.keyAgreement);

        private final String unit;
        private final int usage;

        Purpose(String unit, int usage) {
            this.unit = unit;
            this.usage = usage;
        }

        String unit() {
            return unit;
        }
    }

    static X500Name subject(PartyId party, String organisation, Purpose purpose) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, party.state())
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.OU, purpose.unit())
                .addRDN(BCStyle.CN, party.value())
                .build();
    }

    static X509Certificate selfSigned(X500Name subject, KeyPair root, Instant from, Instant until) {
        return issue(
                subject, root.getPrivate(), root.getPublic(), subject, root.getPublic(), Purpose.ROOT, from, until);
    }

    static X509Certificate issue(
            X500Name issuer,
            PrivateKey issuerKey,
            PublicKey issuerPublicKey,
            X500Name subject,
            PublicKey key,
            Purpose purpose,
            Instant from,
            Instant until) {
        try {
            BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                            issuer, serial, Date.from(from), Date.from(until), subject, key)
                    .addExtension(
                            Extension.basicConstraints,
                            true,
                            purpose == Purpose.ROOT ? new BasicConstraints(0) : new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(purpose.usage))
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(issuerPublicKey));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519").build(issuerKey)));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The certificate \"" + subject + "\" could not be made.", e);
        }
    }

    static X509Certificate read(byte[] der, String what) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new CardRefused(Said.of("directory.refused.no-certificate", what), e);
        }
    }

    /** The common name: the party for which the certificate was issued. */
    static String party(X509Certificate certificate) {
        return attribute(certificate, "CN");
    }

    static String unit(X509Certificate certificate) {
        return attribute(certificate, "OU");
    }

    private static String attribute(X509Certificate certificate, String type) {
        try {
            LdapName name = new LdapName(certificate.getSubjectX500Principal().getName());
            return name.getRdns().stream()
                    .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                    .map(Rdn::getValue)
                    .map(Object::toString)
                    .findFirst()
                    .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
