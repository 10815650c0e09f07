package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;

/**
 * The hash tree over the sealed chunks (RFC 6962 §2.1). Its root stands in the signed message; its leaves are fetched first and
 * compared with the root, and each chunk with its leaf, so that a broken one is named and only that one is fetched again.
 */
public final class ChunkTree {

    private final List<Hash> leaves;

    private ChunkTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    /** Grows chunk by chunk, in their order. */
    public static final class Growing {
        private final List<Hash> leaves = new ArrayList<>();

        public void add(byte[] sealed, int length) {
            leaves.add(leaf(sealed, length));
        }

        public ChunkTree done() {
            return new ChunkTree(List.copyOf(leaves));
        }
    }

    /**
     * Reads leaves that came over the line.
     *
     * @throws IOException when they are not those of that root
     */
    public static ChunkTree read(byte[] bytes, Chunks chunks, String root) throws IOException {
        if (bytes.length != chunks.count() * Hash.LENGTH) {
            throw new IOException("The hash tree has %d bytes where %d chunks have %d."
                    .formatted(bytes.length, chunks.count(), chunks.count() * Hash.LENGTH));
        }
        var leaves = new ArrayList<Hash>();
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            leaves.add(new Hash(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
        }
        var tree = new ChunkTree(List.copyOf(leaves));
        if (!tree.root().equals(root)) {
            throw new IOException("The hash tree that came is not the one whose root was signed.");
        }
        return tree;
    }

    public byte[] bytes() {
        var bytes = new byte[leaves.size() * Hash.LENGTH];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            System.arraycopy(leaves.get(leaf).bytes(), 0, bytes, leaf * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }

    /** In lower-case hexadecimal digits. */
    public String root() {
        var frontier = Frontier.EMPTY;
        for (var leaf : leaves) {
            frontier = frontier.append(leaf).frontier();
        }
        return frontier.root().hex();
    }

    /** @throws BrokenChunk when it is not the chunk with that number */
    public void check(long chunk, byte[] sealed, int length) throws BrokenChunk {
        if (!leaves.get(Math.toIntExact(chunk)).equals(leaf(sealed, length))) {
            throw new BrokenChunk(chunk, leaves.size());
        }
    }

    /** Checks each chunk against its leaf before it is opened. */
    public ChunkStream.Opening opening(ChunkCipher cipher, Chunks chunks) {
        return (chunk, arrived, content) -> {
            check(chunk, arrived, chunks.sealedLengthOf(chunk));
            cipher.open(chunk, arrived, content);
        };
    }

    /** Only the last is copied, since only it can be shorter than its buffer. */
    private static Hash leaf(byte[] sealed, int length) {
        return Hash.ofLeaf(length == sealed.length ? sealed : Arrays.copyOf(sealed, length));
    }
}
