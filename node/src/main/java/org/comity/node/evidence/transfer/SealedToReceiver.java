package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Seals a transfer's key to the receiving authority by HPKE (RFC 9180): base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM. Who sent it, the signature of the message proves in which it stands.
 */
public final class SealedToReceiver {

    private static final byte[] INFO = "comity-transfer/1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] NO_SHARED_KEY = new byte[0];
    private static final int ENCAPSULATED = 32;

    private SealedToReceiver() {}

    /** @param bound to what the key belongs; it opens only beside the same */
    public static byte[] seal(TransferKey key, PublicKey receiver, byte[] bound) {
        try {
            var to = PublicKeyFactory.createKey(receiver.getEncoded());
            var both = hpke().seal(to, INFO, bound, key.bytes(), NO_SHARED_KEY, NO_SHARED_KEY, null);
            byte[] sealed = Arrays.copyOf(both[1], ENCAPSULATED + both[0].length);
            System.arraycopy(both[0], 0, sealed, ENCAPSULATED, both[0].length);
            return sealed;
        } catch (IOException | InvalidCipherTextException unusable) {
            throw new IllegalStateException("The receiver's key is none of X25519.", unusable);
        }
    }

    /** @throws NotForUs when it was sealed to another key, for another transfer, or was changed */
    public static TransferKey open(byte[] sealed, PrivateKey own, byte[] bound) throws NotForUs {
        try {
            AsymmetricKeyParameter ours = PrivateKeyFactory.createKey(own.getEncoded());
            if (sealed.length <= ENCAPSULATED || !(ours instanceof X25519PrivateKeyParameters secret)) {
                throw new NotForUs();
            }
            var pair = new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
            return TransferKey.of(hpke().open(
                            Arrays.copyOf(sealed, ENCAPSULATED),
                            pair,
                            INFO,
                            bound,
                            Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length),
                            NO_SHARED_KEY,
                            NO_SHARED_KEY,
                            null));
        } catch (IOException | InvalidCipherTextException | IllegalArgumentException | IllegalStateException wrong) {
            throw new NotForUs();
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** The key does not open. */
    public static final class NotForUs extends Exception {

        private static final long serialVersionUID = 1L;

        NotForUs() {
            super("The key of the transfer was not sealed to this node, or was changed on its way.");
        }
    }
}
