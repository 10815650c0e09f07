package org.comity.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log that one process appends to and anyone may read as tiles.
 *
 * <p>An append writes entries and tiles first and the signed checkpoint last: the checkpoint is the commit. When
 * {@code append} returns, the entries are in the published tree and survive what the store survives; when it throws or
 * the process dies, either all of its entries are in or none is. Tiles that a dead append left behind are beyond the
 * checkpoint, so that no reader may ask for them, and the next append writes over them.
 */
public final class Log {

    private final TileStore store;
    private final String origin;
    private final NoteSigner signer;

    /** Guarded by this. Replaced only after its checkpoint is in the store. */
    private Head head;

    /** Guarded by this. Partial tiles that are in the store, and go once their full tile is in the tree. */
    private final Set<Resource.Tile> partials;

    /** Guarded by this. After a failed write nobody knows which checkpoint the store holds: signing on could fork. */
    private @Nullable Exception failure;

    private Log(TileStore store, String origin, NoteSigner signer, Head head) throws IOException {
        this.store = store;
        this.origin = origin;
        this.signer = signer;
        this.head = head;
        this.partials = new HashSet<>(store.partials());
        clean();
    }

    /**
     * Opens a log, or begins it if the store is empty.
     *
     * @throws CorruptLog if the stored tiles do not give the stored checkpoint
     * @throws InvalidNote if the stored checkpoint is another log's or not signed by this key
     */
    public static Log open(TileStore store, String origin, NoteSigner signer) throws IOException {
        byte[] stored = store.read(new Resource.LatestCheckpoint()).orElse(null);
        if (stored != null) {
            SignedNote note = SignedNote.parse(stored);
            return new Log(store, origin, signer, Head.load(store, note, Checkpoint.open(note, origin, signer.key())));
        }
        SignedNote note = Checkpoint.of(origin, 0, Hash.OF_NOTHING).signedBy(signer);
        store.write(new Resource.LatestCheckpoint(), note.bytes());
        return new Log(store, origin, signer, new Head(note, Frontier.EMPTY, List.of(), List.of()));
    }

    /** Appends one entry and returns its place. */
    public long append(byte[] entry) throws IOException {
        return append(List.of(entry));
    }

    /** Appends entries together, under one checkpoint, and returns the place of the first. */
    public synchronized long append(List<byte[]> entries) throws IOException {
        if (failure != null) {
            throw new IOException(
                    "The log " + origin + " could not be written before. Open it again to go on.", failure);
        }
        entries.forEach(Log::requireFits);
        long first = head.size();
        if (entries.isEmpty()) {
            return first;
        }
        try {
            head = write(entries);
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
        clean();
        return first;
    }

    /** The checkpoint is the last write, so that the tree never names what is not there. */
    private Head write(List<byte[]> entries) throws IOException {
        Growing growing = new Growing(head);
        for (byte[] entry : entries) {
            growing.add(entry.clone());
        }
        Map<Resource, byte[]> tiles = growing.tiles();
        store.write(tiles);
        tiles.keySet().forEach(this::remember);
        Frontier frontier = growing.frontier();
        SignedNote note =
                Checkpoint.of(origin, frontier.size(), frontier.root()).signedBy(signer);
        store.write(new Resource.LatestCheckpoint(), note.bytes());
        return growing.head(note);
    }

    private void remember(Resource written) {
        if (written instanceof Resource.Tile tile && tile.isPartial()) {
            partials.add(tile);
        }
    }

    /** c2sp.org/tlog-tiles, "Partial Tiles": they may go once the full tile is there. What cannot go now goes later. */
    private void clean() {
        for (Resource.Tile partial : List.copyOf(partials)) {
            if (partial.isFullIn(head.size())) {
                try {
                    store.remove(partial);
                    partials.remove(partial);
                } catch (IOException e) {
                    return; // it is only in the way; the append itself is done
                }
            }
        }
    }

    static void requireFits(byte[] entry) {
        if (entry.length > TileContent.LONGEST_ENTRY) {
            throw new IllegalArgumentException("An entry of " + entry.length + " bytes does not fit into a tile; the"
                    + " longest has " + TileContent.LONGEST_ENTRY + ".");
        }
    }

    /** Names this log in its checkpoints. */
    public String origin() {
        return origin;
    }

    public synchronized long size() {
        return head.size();
    }

    /** The latest signed checkpoint. */
    public synchronized SignedNote checkpoint() {
        return head.note();
    }

    public byte[] entry(long index) throws IOException {
        long size = size();
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The log has " + size + " entries; there is no entry " + index + ".");
        }
        long bundle = index / Resource.WIDTH;
        int width = (int) Math.min(Resource.WIDTH, size - bundle * Resource.WIDTH);
        return TileContent.read(store, new Resource.EntryBundle(bundle, width)).get((int) (index % Resource.WIDTH));
    }

    public InclusionProof inclusion(long index, long size) {
        return InclusionProof.of(index, size, treeOf(size));
    }

    public ConsistencyProof consistency(long from, long to) {
        return ConsistencyProof.of(from, to, treeOf(to));
    }

    private TiledTree treeOf(long wanted) {
        long size = size();
        if (wanted > size) {
            throw new InvalidProof("The log has " + size + " entries, not yet " + wanted + ".");
        }
        // the tiles of today's size are there for certain; those of an older size may have been only full ones
        return new TiledTree(store, size);
    }

    /** What the log is at a checkpoint, and the partial tiles at its right edge. */
    record Head(SignedNote note, Frontier frontier, List<byte[]> openBundle, List<List<Hash>> openTiles) {

        long size() {
            return frontier.size();
        }

        static Head load(TileStore store, SignedNote note, Checkpoint checkpoint) throws IOException {
            long size = checkpoint.size();
            TiledTree tree = new TiledTree(store, size);
            Frontier frontier = Frontier.of(size, tree);
            if (!frontier.root().equals(checkpoint.root())) {
                throw new CorruptLog("The tiles of " + checkpoint.origin() + " do not give the root that its"
                        + " checkpoint of " + size + " entries signs.");
            }
            List<List<Hash>> openTiles = new ArrayList<>();
            for (int level = 0; size >> (Resource.HEIGHT * level) > 0; level++) {
                openTiles.add(tree.tile(level, (size >> (Resource.HEIGHT * level)) / Resource.WIDTH));
            }
            int width = (int) (size % Resource.WIDTH);
            List<byte[]> openBundle = width == 0
                    ? List.of()
                    : TileContent.read(store, new Resource.EntryBundle(size / Resource.WIDTH, width));
            if (width > 0 && !openBundle.stream().map(Hash::ofLeaf).toList().equals(openTiles.getFirst())) {
                throw new CorruptLog("The last entries of " + checkpoint.origin() + " are not those of its tree.");
            }
            return new Head(note, frontier, openBundle, openTiles);
        }
    }

    /** A head in the making: gathers tiles as they fill up, on copies of the open ones. */
    private static final class Growing {

        private final Map<Resource, byte[]> full = new LinkedHashMap<>();
        private final List<byte[]> openBundle;
        private final List<List<Hash>> openTiles = new ArrayList<>();
        private Frontier frontier;

        Growing(Head head) {
            this.frontier = head.frontier();
            this.openBundle = new ArrayList<>(head.openBundle());
            head.openTiles().forEach(tile -> openTiles.add(new ArrayList<>(tile)));
        }

        void add(byte[] entry) {
            openBundle.add(entry);
            if (openBundle.size() == Resource.WIDTH) {
                full.put(bundle(frontier.size()), TileContent.ofEntries(openBundle));
                openBundle.clear();
            }
            Frontier.Growth growth = frontier.append(Hash.ofLeaf(entry));
            for (Frontier.Completed completed : growth.completed()) {
                if (completed.subtree().level() % Resource.HEIGHT == 0) {
                    addToTile(completed.subtree(), completed.hash());
                }
            }
            frontier = growth.frontier();
        }

        private void addToTile(Subtree subtree, Hash hash) {
            int level = subtree.level() / Resource.HEIGHT;
            if (level == openTiles.size()) {
                openTiles.add(new ArrayList<>());
            }
            List<Hash> tile = openTiles.get(level);
            tile.add(hash);
            if (tile.size() == Resource.WIDTH) {
                full.put(
                        new Resource.HashTile(level, subtree.index() / Resource.WIDTH, Resource.WIDTH),
                        TileContent.ofHashes(tile));
                tile.clear();
            }
        }

        /** The tiles that became full, and those that are open now. */
        Map<Resource, byte[]> tiles() {
            Map<Resource, byte[]> tiles = new LinkedHashMap<>(full);
            long size = frontier.size();
            if (!openBundle.isEmpty()) {
                tiles.put(bundle(size), TileContent.ofEntries(openBundle));
            }
            for (int level = 0; level < openTiles.size(); level++) {
                List<Hash> tile = openTiles.get(level);
                long index = (size >> (Resource.HEIGHT * level)) / Resource.WIDTH;
                if (!tile.isEmpty()) {
                    tiles.put(new Resource.HashTile(level, index, tile.size()), TileContent.ofHashes(tile));
                }
            }
            return tiles;
        }

        private Resource.EntryBundle bundle(long size) {
            return new Resource.EntryBundle(size / Resource.WIDTH, openBundle.size());
        }

        Frontier frontier() {
            return frontier;
        }

        Head head(SignedNote note) {
            return new Head(note, frontier, openBundle, openTiles);
        }
    }
}
