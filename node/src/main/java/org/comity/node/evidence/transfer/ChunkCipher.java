package org.comity.node.evidence.transfer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A chunk under AES-256-GCM. The nonce is the chunk's number: a key is used for one transfer of one content that never changes,
 * so that the same chunk is always the same bytes and can be made again when it is asked for again. Authenticated with it are
 * transfer, size, number and whether it is the last. Not safe for use by two threads at once.
 */
public final class ChunkCipher {

    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final UUID transfer;
    private final Chunks chunks;
    private final Cipher cipher;

    public ChunkCipher(byte[] contentKey, UUID transfer, Chunks chunks) {
        this.key = new SecretKeySpec(contentKey, "AES");
        this.transfer = transfer;
        this.chunks = chunks;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM.", impossible);
        }
    }

    /** Takes as much of the content as the chunk has; the sealed chunk is longer by its tag. Returns how long it is. */
    public int seal(long chunk, byte[] content, byte[] sealed) {
        try {
            init(Cipher.ENCRYPT_MODE, chunk);
            return cipher.doFinal(content, 0, chunks.lengthOf(chunk), sealed, 0);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Chunk " + chunk + " could not be sealed.", wrong);
        }
    }

    /** Returns how much of the target is content. @throws BrokenChunk when it is not that chunk of that transfer */
    public int open(long chunk, byte[] sealed, byte[] content) throws BrokenChunk {
        try {
            init(Cipher.DECRYPT_MODE, chunk);
            return cipher.doFinal(sealed, 0, chunks.sealedLengthOf(chunk), content, 0);
        } catch (AEADBadTagException other) {
            throw new BrokenChunk(chunk, chunks.count());
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Chunk " + chunk + " could not be opened.", wrong);
        }
    }

    private void init(int mode, long chunk) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(chunk).array();
        cipher.init(mode, key, new GCMParameterSpec(Chunks.TAG * Byte.SIZE, nonce));
        cipher.updateAAD(ByteBuffer.allocate(33)
                .putLong(transfer.getMostSignificantBits())
                .putLong(transfer.getLeastSignificantBits())
                .putLong(chunks.size())
                .putLong(chunk)
                .put((byte) (chunks.isLast(chunk) ? 1 : 0))
                .array());
    }
}
