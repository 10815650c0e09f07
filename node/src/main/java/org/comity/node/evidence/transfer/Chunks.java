package org.comity.node.evidence.transfer;

/**
 * How content of a size is cut: into chunks of 1 MiB, of which only the last may be shorter. On the way each is longer by its
 * tag, if it is sealed; they lie one behind the other, so that a range of the whole names one.
 *
 * @param tag bytes by which a chunk is longer on its way
 */
public record Chunks(long size, int tag) {

    /** Four segments of the vault: large enough that a request for each costs little, small enough to be sent again. */
    public static final int CHUNK = 1 << 20;

    static final int TAG = 16;

    /** As long as a sealed one can be. */
    public static final int SEALED = CHUNK + TAG;

    /** Each sealed by itself. */
    public Chunks(long size) {
        this(size, TAG);
    }

    /** As they are. */
    public static Chunks inTheClear(long size) {
        return new Chunks(size, 0);
    }

    public Chunks {
        if (size < 0) {
            throw new IllegalArgumentException("A content has no less than no bytes, but " + size + " are named.");
        }
    }

    /** Even an empty content has one. */
    public long count() {
        return Math.max(1, Math.ceilDiv(size, (long) CHUNK));
    }

    /** The one in which that place of the content lies. */
    public long at(long place) {
        return place / CHUNK;
    }

    public long placeOf(long chunk) {
        return chunk * CHUNK;
    }

    public int lengthOf(long chunk) {
        return (int) Math.min(CHUNK, size - placeOf(chunk));
    }

    /** The one in which that place of the sealed chunks lies. */
    public long atSealed(long place) {
        return place / (CHUNK + tag);
    }

    public long sealedPlaceOf(long chunk) {
        return chunk * (CHUNK + tag);
    }

    public int sealedLengthOf(long chunk) {
        return lengthOf(chunk) + tag;
    }

    /** Of so many chunks, from that one on. */
    public long sealedLengthOf(long first, long count) {
        return Math.min(sealedPlaceOf(first + count), sealedSize()) - sealedPlaceOf(first);
    }

    public long sealedSize() {
        return size + count() * tag;
    }

    boolean isLast(long chunk) {
        return chunk == count() - 1;
    }
}
