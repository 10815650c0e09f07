package org.comity.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 hash in the tree. Leaves and nodes are hashed under different prefixes, so that a node can never be passed
 * off as an entry (RFC 6962 §2.1).
 */
public record Hash(byte[] bytes) {

    public static final int LENGTH = 32;

    /** Root of the tree without entries: the hash of the empty string (RFC 6962 §2.1). */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte LEAF_PREFIX = 0x00;
    private static final byte NODE_PREFIX = 0x01;

    public Hash {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A tree hash has " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        bytes = bytes.clone();
    }

    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF_PREFIX);
        return new Hash(digest.digest(entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE_PREFIX);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public static Hash fromHex(String text) {
        return new Hash(HexFormat.of().parseHex(text));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
