package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The sealed chunks of a content, each made when it is asked for, one after the other in the same place of memory. For one
 * thread at a time.
 */
public final class SealingChunks {

    /** What is sealed, in the clear. */
    @FunctionalInterface
    public interface Content {
        /** Exactly so many bytes from that place on. */
        void read(long from, byte[] target, int count) throws IOException;
    }

    private final Content content;
    private final Chunks chunks;
    private final ChunkCipher cipher;
    private final byte[] clear;
    private final byte[] sealed;
    private long reached;

    public SealingChunks(Content content, Chunks chunks, ChunkCipher cipher) {
        this.content = content;
        this.chunks = chunks;
        this.cipher = cipher;
        this.clear = new byte[chunks.lengthOf(0)];
        this.sealed = new byte[chunks.sealedLengthOf(0)];
    }

    /** Reads the content once. */
    public ChunkTree tree() throws IOException {
        var growing = new ChunkTree.Growing();
        for (long chunk = 0; chunk < chunks.count(); chunk++) {
            growing.add(sealed, seal(chunk));
        }
        return growing.done();
    }

    /** Writes a range of the sealed chunks that lie one behind the other. */
    public void copy(long from, long count, OutputStream target) throws IOException {
        long end = from + count;
        for (long place = from; place < end; ) {
            long chunk = chunks.atSealed(place);
            int length = seal(chunk);
            int within = (int) (place - chunks.sealedPlaceOf(chunk));
            int some = (int) Math.min(length - within, end - place);
            target.write(sealed, within, some);
            place += some;
            reached = Math.min(chunks.placeOf(chunk + 1), chunks.size());
        }
    }

    /** The end in the content of the last chunk that was written; 0 when none was. */
    public long reached() {
        return reached;
    }

    private int seal(long chunk) throws IOException {
        content.read(chunks.placeOf(chunk), clear, chunks.lengthOf(chunk));
        return cipher.seal(chunk, clear, sealed);
    }
}
