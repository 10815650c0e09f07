package org.comity.node.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The keys by which a node is known: a root that vouches for the others and signs the node's card, a key that signs
 * messages and receipts (Ed25519), and one to which others seal messages (X25519).
 */
public final class NodeKeys {

    /** The variable that holds the password when it is not kept in a file beside the keys. */
    public static final String PASSWORD_VARIABLE = "COMITY_KEY_PASSWORD";

    private static final String FILE = "node.p12";
    private static final String PASSWORD_FILE = "password";
    private static final int ROOT_YEARS = 10;
    private static final int MESSAGE_KEY_YEARS = 3;

    /** Peers' clocks may be a little behind ours. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final KeyStore store;
    private final char[] password;

    private NodeKeys(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    /** Makes new keys in memory. */
    public static NodeKeys generate(PartyId party, String organisation, Clock clock) {
        try {
            Instant from = clock.instant().minus(BACKDATED);
            X500Name rootName = Certificates.subject(party, organisation, Certificates.Purpose.ROOT);
            KeyPair root = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            X509Certificate rootCertificate = Certificates.selfSigned(rootName, root, from, years(clock, ROOT_YEARS));

            char[] password = randomPassword();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try {
                store.load(null, password);
            } catch (IOException e) {
                throw new IllegalStateException("An empty key store could not be made.", e);
            }
            put(store, password, Certificates.Purpose.ROOT, root.getPrivate(), rootCertificate);
            for (Certificates.Purpose purpose :
                    new Certificates.Purpose[] {Certificates.Purpose.SIGNING, Certificates.Purpose.ENCRYPTION}) {
                String algorithm = purpose == Certificates.Purpose.SIGNING ? "Ed25519" : "X25519";
                KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
                X509Certificate certificate = Certificates.issue(
                        rootName,
                        root.getPrivate(),
                        root.getPublic(),
                        Certificates.subject(party, organisation, purpose),
                        pair.getPublic(),
                        purpose,
                        from,
                        years(clock, MESSAGE_KEY_YEARS));
                put(store, password, purpose, pair.getPrivate(), certificate, rootCertificate);
            }
            return new NodeKeys(store, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The node's keys could not be made.", e);
        }
    }

    /** Opens the keys that {@link #save} wrote below a node's home. */
    public static NodeKeys open(Path home) {
        Path file = folder(home).resolve(FILE);
        if (!Files.exists(file)) {
            throw new KeysUnavailable("This node has no keys yet: there is no " + file
                    + ". Make them with: comity node init --home " + home);
        }
        char[] password = password(home);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new NodeKeys(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable(
                    "The keys in " + file + " could not be opened. Check the password in "
                            + folder(home).resolve(PASSWORD_FILE) + " or in " + PASSWORD_VARIABLE + ".",
                    e);
        }
    }

    public static boolean exist(Path home) {
        return Files.exists(folder(home).resolve(FILE));
    }

    /** Writes the keys below a node's home, readable by their owner alone. Never overwrites. */
    public void save(Path home) {
        if (exist(home)) {
            throw new KeysUnavailable("There are keys in " + folder(home)
                    + " already. A node keeps its keys; to start anew, choose another folder.");
        }
        try {
            Path folder = folder(home);
            Files.createDirectories(home);
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
            }
            ownerOnly(folder, "rwx------");
            String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
            char[] chosen = fromEnvironment == null ? password : fromEnvironment.toCharArray();
            if (fromEnvironment == null) {
                write(folder.resolve(PASSWORD_FILE), new String(chosen).getBytes(StandardCharsets.US_ASCII));
            }
            Path draft = folder.resolve(FILE + ".new");
            write(draft, new byte[0]);
            try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.TRUNCATE_EXISTING)) {
                protectedBy(chosen).store(out, chosen);
            }
            Files.move(draft, folder.resolve(FILE));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("The keys could not be written below " + home + ": " + e.getMessage(), e);
        }
    }

    public X509Certificate rootCertificate() {
        return certificate(Certificates.Purpose.ROOT);
    }

    public X509Certificate signingCertificate() {
        return certificate(Certificates.Purpose.SIGNING);
    }

    public X509Certificate encryptionCertificate() {
        return certificate(Certificates.Purpose.ENCRYPTION);
    }

    public PrivateKey signingKey() {
        return key(Certificates.Purpose.SIGNING);
    }

    public PrivateKey encryptionKey() {
        return key(Certificates.Purpose.ENCRYPTION);
    }

    /** Signs with the root key (Ed25519, RFC 8032): the node's card, and the checkpoints of its ledger. */
    public byte[] signAsRoot(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key(Certificates.Purpose.ROOT));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The node's root key could not sign.", e);
        }
    }

    private KeyStore protectedBy(char[] chosen) throws GeneralSecurityException, IOException {
        KeyStore copy = KeyStore.getInstance("PKCS12");
        copy.load(null, chosen);
        for (Certificates.Purpose purpose : Certificates.Purpose.values()) {
            copy.setKeyEntry(purpose.unit(), key(purpose), chosen, store.getCertificateChain(purpose.unit()));
        }
        return copy;
    }

    private X509Certificate certificate(Certificates.Purpose purpose) {
        try {
            Certificate certificate = store.getCertificate(purpose.unit());
            if (certificate == null) {
                throw new KeysUnavailable("The key store holds no " + purpose.unit() + " certificate.");
            }
            return (X509Certificate) certificate;
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("The " + purpose.unit() + " certificate could not be read.", e);
        }
    }

    private PrivateKey key(Certificates.Purpose purpose) {
        try {
            if (store.getKey(purpose.unit(), password) instanceof PrivateKey key) {
                return key;
            }
            throw new KeysUnavailable("The key store holds no " + purpose.unit() + " key.");
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("The " + purpose.unit() + " key could not be read.", e);
        }
    }

    private static void put(
            KeyStore store, char[] password, Certificates.Purpose purpose, PrivateKey key, Certificate... chain)
            throws GeneralSecurityException {
        store.setKeyEntry(purpose.unit(), key, password, chain);
    }

    private static Instant years(Clock clock, int years) {
        return clock.instant().atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static char[] randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random).toCharArray();
    }

    private static char[] password(Path home) {
        String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
        if (fromEnvironment != null) {
            return fromEnvironment.toCharArray();
        }
        Path file = folder(home).resolve(PASSWORD_FILE);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
        } catch (IOException e) {
            throw new KeysUnavailable(
                    "The password of the node's keys is neither in " + file + " nor in " + PASSWORD_VARIABLE + ".", e);
        }
    }

    private static Path folder(Path home) {
        return home.resolve("keys");
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (posix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, content);
        } else {
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        }
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The node's keys are missing, exist already, or can't be opened. */
    public static final class KeysUnavailable extends RuntimeException {

        KeysUnavailable(String message) {
            super(message);
        }

        KeysUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
