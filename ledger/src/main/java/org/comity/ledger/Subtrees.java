package org.comity.ledger;

/** Where the hashes of full subtrees are kept: tiles, a database table, or memory. All proofs are cut from it. */
@FunctionalInterface
public interface Subtrees {

    /** The hash of a full subtree; only ever asked for one that the tree already completes. */
    Hash hashOf(Subtree subtree);

    /** Root of the tree of the first {@code size} entries (RFC 6962 §2.1). */
    default Hash root(long size) {
        return size == 0 ? Hash.OF_NOTHING : hashOfRange(0, size);
    }

    /**
     * MTH(D[from:to]) of RFC 6962 §2.1: split at the largest power of two below the length. The ranges met this way
     * start at a multiple of that power, so that a range whose length is a power of two is a full subtree.
     */
    default Hash hashOfRange(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return hashOf(new Subtree(level, from >> level));
        }
        long middle = from + split(length);
        return Hash.ofNode(hashOfRange(from, middle), hashOfRange(middle, to));
    }

    /** The largest power of two smaller than {@code length}, which is at least 2. */
    static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
