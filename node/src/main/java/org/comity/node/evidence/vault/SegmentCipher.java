package org.comity.node.evidence.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of sealed content, version 1. Not safe for use by two threads at once.
 *
 * <p>A header of 32 bytes (the letters {@code COMITYv1}, the content's id, the length of a segment, four zeros), then segments
 * of 256 KiB, of which only the last may be shorter. A segment is a random nonce of 12 bytes, the content under AES-256-GCM,
 * and a tag of 16. What is authenticated with it is the header, the segment's number and whether it is the last: so nothing
 * can be cut off, put in another order, doubled, or taken from another content. The nonce is random because a segment may
 * have to be sealed twice, when an upload breaks off within it; for one key of one content that stays far from the bound of
 * NIST SP 800-38D §8.3 (2^32 segments, which is a pebibyte).
 */
final class SegmentCipher {

    /** 256 KiB: small enough to read a range cheaply and to warm up soon, large enough that 28 bytes more don't matter. */
    static final int SEGMENT = 1 << 18;

    static final int HEADER = 32;

    private static final byte[] MAGIC = {'C', 'O', 'M', 'I', 'T', 'Y', 'v', '1'};
    private static final int NONCE = 12;

    /** A young process learns from the number of calls what to compile, and is some twenty times slower until then. */
    private static final int PIECE = 1 << 14;

    private static final int TAG = 16;
    static final int SEALED_SEGMENT = NONCE + SEGMENT + TAG;

    private final SecretKey key;
    private final byte[] header;
    private final Cipher cipher;
    private final SecureRandom random = new SecureRandom();

    SegmentCipher(ContentKey key, UUID content) {
        this.key = key.forCipher();
        this.header = header(content);
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM.", impossible);
        }
    }

    static byte[] header(UUID content) {
        return ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putLong(content.getMostSignificantBits())
                .putLong(content.getLeastSignificantBits())
                .putInt(SEGMENT)
                .array();
    }

    /** Where a segment begins in the file. */
    static long placeOf(long number) {
        return HEADER + number * SEALED_SEGMENT;
    }

    /** How many segments a file of this length holds; even an empty content has one. */
    static long segmentsIn(long sealedLength) {
        return Math.ceilDiv(sealedLength - HEADER, (long) SEALED_SEGMENT);
    }

    static long contentIn(long sealedLength) {
        return sealedLength - HEADER - segmentsIn(sealedLength) * (NONCE + TAG);
    }

    static long sealed(long contentLength) {
        return HEADER + contentLength + Math.max(1, Math.ceilDiv(contentLength, (long) SEGMENT)) * (NONCE + TAG);
    }

    /** Returns how many bytes of the target are used. */
    int seal(long number, boolean last, byte[] content, int length, byte[] target) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, target, 0, NONCE);
        try {
            init(Cipher.ENCRYPT_MODE, nonce, number, last);
            int done = NONCE;
            for (int from = 0; from < length; from += PIECE) {
                done += cipher.update(content, from, Math.min(PIECE, length - from), target, done);
            }
            return done + cipher.doFinal(target, done);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Segment " + number + " could not be sealed.", wrong);
        }
    }

    /** Returns the length of the content, or -1 if this is not the segment with that number and place. */
    int open(long number, boolean last, byte[] sealed, int length, byte[] target) {
        if (length < NONCE + TAG) {
            return -1;
        }
        try {
            init(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), number, last);
            return cipher.doFinal(sealed, NONCE, length - NONCE, target, 0);
        } catch (AEADBadTagException other) {
            return -1;
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Segment " + number + " could not be opened.", wrong);
        }
    }

    private void init(int mode, byte[] nonce, long number, boolean last) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(ByteBuffer.allocate(9)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array());
    }
}
