package org.comity.node.evidence.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The keys below a node's home with which it seals and stamps, and a root of their own that vouches for both. All are ECDSA on
 * P-256, which the tools of every court can check, unlike the Ed25519 of the node's root: that one signs the root of seals, see
 * {@link Vouched}. Made when they are first needed, and anew before they end; what was sealed brings its certificates with it.
 */
final class SealKeys {

    private static final Duration BEFORE_THE_END = Duration.ofDays(90);
    private static final Duration BACKDATED = Duration.ofHours(1);

    /** A seal brings its own list; nobody asks for one later. */
    private static final Duration REVOCATIONS_HOLD = Duration.ofDays(30);

    /** What a key is for. */
    private enum Use {
        ROOT("seal-root", 20, KeyUsage.keyCertSign | KeyUsage.cRLSign),
        SEAL("seal", 3, KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        TIMESTAMP("timestamp", 8, KeyUsage.digitalSignature);

        private final String unit;
        private final int years;
        private final int usage;

        Use(String unit, int years, int usage) {
            this.unit = unit;
            this.years = years;
            this.usage = usage;
        }
    }

    private record Held(PrivateKey key, X509Certificate certificate) {}

    private final Path folder;
    private final X509Certificate node;
    private final Clock clock;

    /** @param node the certificate of the node's root, whose names the others bear */
    SealKeys(Path folder, X509Certificate node, Clock clock) {
        this.folder = folder;
        this.node = node;
        this.clock = clock;
    }

    SealKey seal() {
        return with(held(Use.SEAL));
    }

    SealKey timestamp() {
        return with(held(Use.TIMESTAMP));
    }

    X509Certificate root() {
        return held(Use.ROOT).certificate();
    }

    /**
     * The root's word of this moment on which keys it no longer vouches for (RFC 5280 §5): none, since a key that was lost is
     * taken out of the folder, and a new one is made.
     */
    byte[] revocations() {
        Held root = held(Use.ROOT);
        try {
            Instant now = clock.instant();
            return new JcaX509v2CRLBuilder(root.certificate(), Date.from(now))
                    .setNextUpdate(Date.from(now.plus(REVOCATIONS_HOLD)))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils()
                                    .createAuthorityKeyIdentifier(
                                            root.certificate().getPublicKey()))
                    .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())))
                    .build(new JcaContentSignerBuilder(SealKey.ALGORITHM).build(root.key()))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The list of revocations could not be made.", e);
        }
    }

    private SealKey with(Held held) {
        return new SealKey(held.key(), held.certificate(), root());
    }

    private synchronized Held held(Use use) {
        try {
            int next = next(use);
            if (next > 1) {
                Held kept = read(file(use, next - 1));
                if (kept.certificate()
                        .getNotAfter()
                        .toInstant()
                        .isAfter(clock.instant().plus(BEFORE_THE_END))) {
                    return kept;
                }
            }
            return make(use, file(use, next));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The key with which this node seals can't be read or made in " + folder, e);
        }
    }

    private Held make(Use use, Path file) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(use, pair);
        try {
            Files.createDirectories(folder);
            Files.createFile(file, ownerOnly(file));
            Files.writeString(
                    file,
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()));
        } catch (FileAlreadyExistsException madeByAnother) {
            return read(file); // two replicas needed it at once
        }
        return new Held(pair.getPrivate(), certificate);
    }

    private X509Certificate certificate(Use use, KeyPair pair)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        Instant now = clock.instant();
        X500Name subject = subject(use);
        Held issuer = use == Use.ROOT ? null : held(Use.ROOT);
        X500Name issuerName = issuer == null
                ? subject
                : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded());
        Instant until = now.atZone(ZoneOffset.UTC).plusYears(use.years).toInstant();
        var identifiers = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                        issuerName,
                        new BigInteger(127, new SecureRandom()).setBit(126),
                        Date.from(now.minus(BACKDATED)),
                        Date.from(until),
                        subject,
                        pair.getPublic())
                .addExtension(
                        Extension.basicConstraints,
                        true,
                        use == Use.ROOT ? new BasicConstraints(0) : new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(use.usage))
                .addExtension(
                        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(
                                issuer == null
                                        ? pair.getPublic()
                                        : issuer.certificate().getPublicKey()));
        if (use == Use.TIMESTAMP) {
            // RFC 3161 §2.3: critical, and nothing else beside it
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SealKey.ALGORITHM)
                        .build(issuer == null ? pair.getPrivate() : issuer.key())));
    }

    /** A reader of a stamp sees in the name of its maker what it is worth. */
    private X500Name subject(Use use) {
        X500Name named = X500Name.getInstance(node.getSubjectX500Principal().getEncoded());
        String party = value(named, BCStyle.CN);
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, value(named, BCStyle.C))
                .addRDN(BCStyle.O, value(named, BCStyle.O))
                .addRDN(BCStyle.OU, use.unit)
                .addRDN(BCStyle.CN, use == Use.TIMESTAMP ? LocalAuthority.NAMED.formatted(party) : party)
                .build();
    }

    private static String value(X500Name name, ASN1ObjectIdentifier type) {
        return name.getRDNs(type)[0].getFirst().getValue().toString();
    }

    private static Held read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        return new Held(
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(pem, "PRIVATE KEY"))),
                (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der(pem, "CERTIFICATE"))));
    }

    private int next(Use use) {
        int number = 1;
        while (Files.exists(file(use, number))) {
            number++;
        }
        return number;
    }

    private Path file(Use use, int number) {
        return folder.resolve(use.unit + "-" + number + ".pem");
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
    }

    private static byte[] der(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin) + begin.length();
        return Base64.getMimeDecoder().decode(pem.substring(from, pem.indexOf("-----END " + label, from)));
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
