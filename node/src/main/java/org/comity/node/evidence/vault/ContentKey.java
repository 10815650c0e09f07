package org.comity.node.evidence.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The AES-256 key of one content and of nothing else: whoever loses it has destroyed the content. */
public final class ContentKey {

    static final int BYTES = 32;

    private final byte[] bytes;

    private ContentKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A content key has " + BYTES + " bytes, not " + bytes.length + ".");
        }
        this.bytes = bytes;
    }

    public static ContentKey fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ContentKey(bytes);
    }

    /** The key under which a content travels; it is wrapped as those of contents are. */
    public static ContentKey ofTransfer(byte[] bytes) {
        return of(bytes);
    }

    public byte[] forTransfer() {
        return bytes();
    }

    static ContentKey of(byte[] bytes) {
        return new ContentKey(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    SecretKey forCipher() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the key itself, which would end up in a log. */
    @Override
    public String toString() {
        return "ContentKey";
    }
}
