package org.comity.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Another party's log as it shows itself: its signed checkpoint, and tiles that give the root which that checkpoint signs.
 * What is read through this is part of that tree, whoever carried the bytes.
 */
public final class PublishedLog {

    private final TileSource source;
    private final SignedNote note;
    private final Checkpoint checkpoint;
    private final TiledTree tree;

    private PublishedLog(TileSource source, SignedNote note, Checkpoint checkpoint) {
        this.source = source;
        this.note = note;
        this.checkpoint = checkpoint;
        this.tree = new TiledTree(source, checkpoint.size());
    }

    /**
     * Reads the latest checkpoint.
     *
     * @throws InvalidNote if it is not this log's, or its key did not sign it
     * @throws CorruptLog if its tiles do not give its root
     */
    public static PublishedLog open(TileSource source, String origin, NoteKey logKey) throws IOException {
        byte[] bytes = source.read(new Resource.LatestCheckpoint())
                .orElseThrow(() -> new CorruptLog("No checkpoint of " + origin + " is published there."));
        SignedNote note = SignedNote.parse(bytes);
        PublishedLog log = new PublishedLog(source, note, Checkpoint.open(note, origin, logKey));
        if (!log.tree.root().equals(log.checkpoint.root())) {
            throw new CorruptLog("The tiles of " + origin + " do not give the root that its checkpoint of "
                    + log.checkpoint.size() + " entries signs.");
        }
        return log;
    }

    public SignedNote note() {
        return note;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Whether this log only grew since a checkpoint that was seen before. */
    public boolean extendsFrom(Checkpoint before) {
        return before.size() <= checkpoint.size()
                && (before.size() == 0 || tree.consistencyFrom(before.size()).proves(before.root(), checkpoint.root()));
    }

    /**
     * Reads every hash tile and recomputes the whole tree from its leaves; memory stays flat.
     *
     * @throws CorruptLog at the first tile that is not the one its leaves give
     */
    public void recompute() {
        Frontier frontier = Frontier.EMPTY;
        for (long index = 0; frontier.size() < checkpoint.size(); index++) {
            TiledTree fresh = new TiledTree(source, checkpoint.size());
            for (Hash leaf : fresh.tile(0, index)) {
                Frontier.Growth growth = frontier.append(leaf);
                for (Frontier.Completed completed : growth.completed()) {
                    if (completed.subtree().level() % Resource.HEIGHT == 0
                            && !fresh.hashOf(completed.subtree()).equals(completed.hash())) {
                        throw new CorruptLog("The tiles contradict each other at " + completed.subtree() + ".");
                    }
                }
                frontier = growth.frontier();
            }
        }
        if (!frontier.root().equals(checkpoint.root())) {
            throw new CorruptLog("The leaves do not give the root that the checkpoint signs.");
        }
    }

    /**
     * Entries from one place up to another, each shown to be in the tree. Only of logs that publish their entries.
     *
     * @throws CorruptLog if one is missing or is not the tree's
     */
    public List<byte[]> entries(long from, long to) throws IOException {
        if (from < 0 || to > checkpoint.size()) {
            throw new IllegalArgumentException(
                    "The log has " + checkpoint.size() + " entries; " + from + " to " + to + " are not among them.");
        }
        List<byte[]> entries = new ArrayList<>();
        for (long index = from / Resource.WIDTH; index * Resource.WIDTH < to; index++) {
            long first = index * Resource.WIDTH;
            int width = (int) Math.min(Resource.WIDTH, checkpoint.size() - first);
            List<byte[]> bundle = TileContent.read(source, new Resource.EntryBundle(index, width));
            for (long place = Math.max(from, first); place < Math.min(to, first + width); place++) {
                byte[] entry = bundle.get((int) (place - first));
                if (!tree.inclusion(place).proves(Hash.ofLeaf(entry), checkpoint.root())) {
                    throw new CorruptLog("Entry " + place + " of " + checkpoint.origin() + " is not in its tree.");
                }
                entries.add(entry);
            }
        }
        return entries;
    }
}
