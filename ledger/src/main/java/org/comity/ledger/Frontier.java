package org.comity.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a growing tree must remember: the roots of its full subtrees, largest first, one for each bit set in its
 * size. Appending costs one hash on average; the root costs one for each bit.
 */
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "A tree of " + size + " entries has no frontier of " + peaks.size() + " hashes.");
        }
        peaks = List.copyOf(peaks);
    }

    /** The frontier of the first {@code size} entries, read back from stored subtrees. */
    public static Frontier of(long size, Subtrees subtrees) {
        List<Hash> peaks = new ArrayList<>();
        long covered = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            peaks.add(subtrees.hashOf(new Subtree(level, covered >> level)));
            covered += 1L << level;
        }
        return new Frontier(size, peaks);
    }

    public Growth append(Hash leaf) {
        List<Hash> grown = new ArrayList<>(peaks);
        List<Completed> completed = new ArrayList<>();
        Hash hash = leaf;
        completed.add(new Completed(new Subtree(0, size), hash));
        for (int level = 0; (size >> level & 1) == 1; level++) {
            hash = Hash.ofNode(grown.removeLast(), hash);
            completed.add(new Completed(new Subtree(level + 1, size >> (level + 1)), hash));
        }
        grown.add(hash);
        return new Growth(new Frontier(size + 1, grown), completed);
    }

    public Hash root() {
        return peaks.reversed().stream()
                .reduce((right, left) -> Hash.ofNode(left, right))
                .orElse(Hash.OF_NOTHING);
    }

    /** The frontier after an entry, and the subtrees which that entry made full, leaf first. */
    public record Growth(Frontier frontier, List<Completed> completed) {

        public Growth {
            completed = List.copyOf(completed);
        }
    }

    /** A subtree that has become full; its hash is final. */
    public record Completed(Subtree subtree, Hash hash) {}
}
