package org.comity.node.exchange.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.comity.node.settings.MailSettings;

/**
 * The key by which mail is signed, and to which answers are sealed. It is RSA and not the node's own Ed25519, because the
 * mail programs of offices know no other that both signs and opens.
 */
public record MailKeys(PrivateKey key, X509Certificate certificate) {

    private static final String FILE = "mail.p12";
    private static final String PASSWORD_FILE = "mail-password";
    private static final String ENTRY = "mail";
    private static final int BITS = 3072;
    private static final int YEARS = 3;

    /** Others' clocks may be a little behind ours. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    /** Opens the operator's own keys if the settings name some, else this node's, which are made the first time. */
    public static MailKeys at(Path home, MailSettings settings, String organisation, Clock clock) {
        if (settings.keys().isPresent()) {
            return open(
                    Path.of(settings.keys().get()),
                    settings.keysPassword().orElse("").toCharArray());
        }
        Path file = home.resolve("keys").resolve(FILE);
        if (!Files.exists(file)) {
            make(settings.requireAddress(), organisation, clock).save(home);
        }
        return open(file, password(home));
    }

    /** New ones, for an address. */
    static MailKeys make(String address, String organisation, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.O, organisation)
                    .addRDN(BCStyle.CN, address)
                    .build();
            Instant now = clock.instant();
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, new SecureRandom()).setBit(126),
                            Date.from(now.minus(BACKDATED)),
                            Date.from(
                                    now.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant()),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new MailKeys(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(
                                    new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("The key for mail could not be made.", e);
        }
    }

    private static MailKeys open(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new MailKeys(key, certificate);
                }
            }
            throw new IllegalStateException("The file " + file + " holds no key with its certificate.");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key for mail in " + file + " can't be opened. Check comity.mail.keys and its password.", e);
        }
    }

    private void save(Path home) {
        try {
            Path folder = home.resolve("keys");
            Files.createDirectories(folder);
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Path draft = folder.resolve(FILE + ".new");
            ownerOnly(draft);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, key, password.toCharArray(), new Certificate[] {certificate});
            try (OutputStream out = Files.newOutputStream(draft)) {
                store.store(out, password.toCharArray());
            }
            Path passwordFile = folder.resolve(PASSWORD_FILE);
            ownerOnly(passwordFile);
            Files.writeString(passwordFile, password);
            Files.move(draft, folder.resolve(FILE));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key for mail can't be written below " + home + ".", e);
        }
    }

    private static char[] password(Path home) {
        Path file = home.resolve("keys").resolve(PASSWORD_FILE);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException("The password of the key for mail can't be read from " + file + ".", e);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
