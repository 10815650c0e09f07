package org.comity.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree only grew: its first {@code from} entries are still the ones it had then.
 *
 * <p>A proof from the empty tree is refused: everything is consistent with nothing, so it would prove nothing.
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        if (from < 1 || from > to) {
            throw new InvalidProof("No consistency can be proved from " + from + " to " + to
                    + " entries; the older tree needs at least one entry and at most as many as the newer.");
        }
        path = List.copyOf(path);
    }

    /** PROOF(from, D[to]) of RFC 6962 §2.1.2. */
    public static ConsistencyProof of(long from, long to, Subtrees subtrees) {
        List<Hash> path = new ArrayList<>();
        if (from >= 1 && from < to) {
            collect(from, 0, to, subtrees, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private static void collect(long older, long from, long to, Subtrees subtrees, List<Hash> path) {
        if (older == to) {
            // the older tree's own root is known to the verifier and not repeated
            if (from > 0) {
                path.add(subtrees.hashOfRange(from, to));
            }
            return;
        }
        long middle = from + Subtrees.split(to - from);
        if (older <= middle) {
            collect(older, from, middle, subtrees, path);
            path.add(subtrees.hashOfRange(middle, to));
        } else {
            collect(older, middle, to, subtrees, path);
            path.add(subtrees.hashOfRange(from, middle));
        }
    }

    /** Whether the tree with root {@code newer} extends the tree with root {@code older} (RFC 9162 §2.1.4.2). */
    public boolean proves(Hash older, Hash newer) {
        if (from == to) {
            return path.isEmpty() && older.equals(newer);
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            steps.addFirst(older);
        }
        if (steps.isEmpty()) {
            return false;
        }
        int whole = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >> whole;
        long last = (to - 1) >> whole;
        Hash olderHash = steps.getFirst();
        Hash newerHash = steps.getFirst();
        for (Hash sibling : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                olderHash = Hash.ofNode(sibling, olderHash);
                newerHash = Hash.ofNode(sibling, newerHash);
                int lonely = Long.numberOfTrailingZeros(place);
                place >>= lonely;
                last >>= lonely;
            } else {
                newerHash = Hash.ofNode(newerHash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && olderHash.equals(older) && newerHash.equals(newer);
    }
}
