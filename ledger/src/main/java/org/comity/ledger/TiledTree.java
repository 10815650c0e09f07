package org.comity.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a given size, read from tiles. Reads each tile once; meant for one question, not to be kept.
 *
 * <p>Whoever reads tiles from elsewhere compares {@link #root()} with a checkpoint that they trust.
 */
public final class TiledTree implements Subtrees {

    private final TileSource tiles;
    private final long size;
    private final Map<Resource.HashTile, List<Hash>> read = new HashMap<>();

    public TiledTree(TileSource tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    public Hash root() {
        return root(size);
    }

    public InclusionProof inclusion(long index) {
        return InclusionProof.of(index, size, this);
    }

    public ConsistencyProof consistencyFrom(long older) {
        return ConsistencyProof.of(older, size, this);
    }

    @Override
    public Hash hashOf(Subtree subtree) {
        int tileLevel = subtree.level() / Resource.HEIGHT;
        int height = subtree.level() % Resource.HEIGHT;
        long first = subtree.index() << height;
        List<Hash> tile = tile(tileLevel, first / Resource.WIDTH);
        int from = (int) (first % Resource.WIDTH);
        int to = from + (1 << height);
        if (to > tile.size()) {
            throw new IllegalArgumentException(subtree + " is not full in a tree of " + size + " entries.");
        }
        return fold(tile.subList(from, to));
    }

    /** Root over hashes whose number is a power of two. */
    static Hash fold(List<Hash> hashes) {
        List<Hash> level = hashes;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Hash.ofNode(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    List<Hash> tile(int level, long index) {
        long hashesOnLevel = size >> (Resource.HEIGHT * level);
        int width = (int) Math.min(Resource.WIDTH, hashesOnLevel - index * Resource.WIDTH);
        return width <= 0 ? List.of() : read.computeIfAbsent(new Resource.HashTile(level, index, width), this::load);
    }

    private List<Hash> load(Resource.HashTile tile) {
        try {
            return TileContent.read(tiles, tile);
        } catch (IOException e) {
            throw new UncheckedIOException(tile.path() + " cannot be read.", e);
        }
    }
}
