package org.comity.node.evidence.transfer;

/**
 * How content of a size is cut: into chunks of 1 MiB, of which only the last may be shorter. On the way each is longer by its
 * tag; they lie one behind the other, so that a range of the whole names one.
 */
public record Chunks(long size) {

    /** Four segments of the vault: large enough that a request for each costs little, small enough to be sent again. */
    public static final int CHUNK = 1 << 20;

    static final int TAG = 16;

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
        return place / (CHUNK + TAG);
    }

    public long sealedPlaceOf(long chunk) {
        return chunk * (CHUNK + TAG);
    }

    public int sealedLengthOf(long chunk) {
        return lengthOf(chunk) + TAG;
    }

    public long sealedSize() {
        return size + count() * TAG;
    }

    boolean isLast(long chunk) {
        return chunk == count() - 1;
    }
}
