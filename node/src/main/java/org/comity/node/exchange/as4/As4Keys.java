package org.comity.node.exchange.as4;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.AS4SigningParams;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.NodeKeys;

/** Keys and certificates in the form in which the library asks for them. */
final class As4Keys {

    /** The stores live in memory only; the library insists on a password. */
    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private static final String OWN = "own";
    private static final String PEER = "peer";

    private As4Keys() {}

    /** Signs as this node. */
    static IAS4CryptoFactory signing(NodeKeys keys) {
        return factory(own(keys.signingKey(), keys.signingCertificate()), empty());
    }

    /** Opens what was sealed to this node. */
    static IAS4CryptoFactory opening(NodeKeys keys) {
        return factory(own(keys.encryptionKey(), keys.encryptionCertificate()), empty());
    }

    /**
     * Accepts the signature of one party alone: the one certificate on its card is all that is trusted, so neither
     * another peer nor anyone whom a public authority certifies can sign for it.
     */
    static IAS4CryptoFactory verifying(NodeCard peer) {
        KeyStore trusted = empty();
        try {
            trusted.setCertificateEntry(PEER, peer.signing());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read can be put into a store.", e);
        }
        return factory(empty(), trusted);
    }

    static AS4SigningParams signingParameters() {
        return new AS4SigningParams().setAlgorithmSign(As4.SIGNATURE).setAlgorithmSignDigest(As4.DIGEST);
    }

    private static IAS4CryptoFactory factory(KeyStore keys, KeyStore trusted) {
        return new AS4CryptoFactoryInMemoryKeyStore(keys, OWN, IN_MEMORY, trusted);
    }

    private static KeyStore own(PrivateKey key, X509Certificate certificate) {
        KeyStore store = empty();
        try {
            store.setKeyEntry(OWN, key, IN_MEMORY, new X509Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The node's keys could not be put into a store.", e);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every JDK has PKCS#12 stores.", e);
        }
    }
}
