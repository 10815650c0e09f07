package org.comity.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that one entry is in the tree of a given size, without showing any other entry.
 *
 * @param index place of the entry, from 0
 * @param size number of entries of the tree
 * @param path sibling hashes from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new InvalidProof("Entry " + index + " cannot be in a tree of " + size + " entries.");
        }
        path = List.copyOf(path);
    }

    /** PATH(index, D[size]) of RFC 6962 §2.1.1. */
    public static InclusionProof of(long index, long size, Subtrees subtrees) {
        List<Hash> path = new ArrayList<>();
        if (index >= 0 && index < size) {
            collect(index, 0, size, subtrees, path);
        }
        return new InclusionProof(index, size, path);
    }

    private static void collect(long index, long from, long to, Subtrees subtrees, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Subtrees.split(to - from);
        if (index < middle) {
            collect(index, from, middle, subtrees, path);
            path.add(subtrees.hashOfRange(middle, to));
        } else {
            collect(index, middle, to, subtrees, path);
            path.add(subtrees.hashOfRange(from, middle));
        }
    }

    /** Whether an entry with this leaf hash is in the tree with this root (RFC 9162 §2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                int lonely = Long.numberOfTrailingZeros(place);
                place >>= lonely;
                last >>= lonely;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
