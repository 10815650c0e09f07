package org.comity.node.evidence.transfer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.comity.node.evidence.vault.ContentKey;

/**
 * What only the receiver learns of a transfer: the key of its chunks (32 bytes), and a secret (32 bytes) with which the
 * receiver proves to the sender that it is the one. Both are made for one transfer and used for no other.
 */
public final class TransferKey {

    public static final int BYTES = 64;
    private static final int HALF = 32;

    private final byte[] bytes;

    private TransferKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A transfer's key has %d bytes, not %d.".formatted(BYTES, bytes.length));
        }
        this.bytes = bytes;
    }

    public static TransferKey fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TransferKey(bytes);
    }

    static TransferKey of(byte[] bytes) {
        return new TransferKey(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The half that encrypts. */
    public byte[] content() {
        return Arrays.copyOf(bytes, HALF);
    }

    /** The same half, for the vault's keys to wrap. */
    public ContentKey forVault() {
        return ContentKey.ofTransfer(content());
    }

    public static byte[] contentFrom(ContentKey unwrapped) {
        return unwrapped.forTransfer();
    }

    /** The half that proves, as it stands in a request's header. */
    public String secret() {
        return HexFormat.of().formatHex(bytes, HALF, BYTES);
    }

    /** By which the sender knows a secret again without keeping it. */
    public static byte[] digestOf(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransferKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the key itself, which would end up in a log. */
    @Override
    public String toString() {
        return "TransferKey";
    }
}
