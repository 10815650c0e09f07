package org.comity.ledger;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Copies what another party's log publishes, so that it can be read where that party is out of reach. A copy takes only what
 * the log's key signed and what only grew since the last time; its checkpoint is written last, over tiles that give its root.
 * Whoever reads the copy checks it by the same key and needs no trust in it.
 */
public final class Mirror {

    /** Resources that are written at once; a bundle of entries has at most 16 MiB. */
    private static final int AT_ONCE = 16;

    private final TileSource source;
    private final TileStore copy;
    private final String origin;
    private final NoteKey key;

    public Mirror(TileSource source, TileStore copy, String origin, NoteKey key) {
        this.source = source;
        this.copy = copy;
        this.origin = origin;
        this.key = key;
    }

    /** What a run brought. @param before entries that were there, and @param now that are */
    public record Copied(long before, long now) {}

    /**
     * Brings the copy up to the log's latest checkpoint. Stopped anywhere, it leaves the copy as it was; the next run goes on.
     *
     * @throws InvalidNote if the log's key did not sign it
     * @throws CorruptLog if it is not what was copied before and more, or its entries are not those of its tree
     */
    public Copied update() throws IOException {
        PublishedLog published = PublishedLog.open(source, origin, key);
        Optional<Checkpoint> before = standing();
        if (before.isPresent() && !published.extendsFrom(before.get())) {
            throw new CorruptLog(
                    "%s shows %d entries that are not the %d copied before and more. The copy stays as it was."
                            .formatted(
                                    origin,
                                    published.checkpoint().size(),
                                    before.get().size()));
        }
        long old = before.map(Checkpoint::size).orElse(0L);
        long size = published.checkpoint().size();
        copyTiles(old, size);
        checkCopy(published, old);
        copy.write(new Resource.LatestCheckpoint(), published.note().bytes());
        for (Resource.Tile partial : copy.partials()) {
            if (partial.isFullIn(size)) {
                copy.remove(partial);
            }
        }
        return new Copied(old, size);
    }

    private Optional<Checkpoint> standing() throws IOException {
        Optional<byte[]> note = copy.read(new Resource.LatestCheckpoint());
        return note.isEmpty()
                ? Optional.empty()
                : Optional.of(Checkpoint.open(SignedNote.parse(note.get()), origin, key));
    }

    private void copyTiles(long old, long size) throws IOException {
        Map<Resource, byte[]> some = new LinkedHashMap<>();
        for (int level = 0; size >> Resource.HEIGHT * level > 0; level++) {
            long hashes = size >> Resource.HEIGHT * level;
            for (long first = 0; first < hashes; first += Resource.WIDTH) {
                long index = first / Resource.WIDTH;
                int width = (int) Math.min(Resource.WIDTH, hashes - first);
                var tile = new Resource.HashTile(level, index, width);
                if (tile.isFullIn(old)) {
                    continue; // copied before, and shown to be right
                }
                some.put(tile, read(tile));
                if (level == 0) {
                    var bundle = new Resource.EntryBundle(index, width);
                    some.put(bundle, read(bundle));
                }
                if (some.size() >= AT_ONCE) {
                    copy.write(some);
                    some.clear();
                }
            }
        }
        copy.write(some);
    }

    /** A log that grew meanwhile may have put a wider tile in the place of a partial one. */
    private byte[] read(Resource resource) throws IOException {
        return source.read(resource)
                .orElseThrow(
                        () -> new CorruptLog("%s of %s is not there any more: the log grew meanwhile. Run it again."
                                .formatted(resource.path(), origin)));
    }

    /** As its readers will. */
    private void checkCopy(PublishedLog published, long old) throws IOException {
        byte[] note = published.note().bytes();
        PublishedLog copied = PublishedLog.open(
                resource -> resource instanceof Resource.LatestCheckpoint ? Optional.of(note) : copy.read(resource),
                origin,
                key);
        copied.recompute();
        long size = copied.checkpoint().size();
        for (long from = old; from < size; from += Resource.WIDTH) {
            copied.entries(from, Math.min(size, from + Resource.WIDTH));
        }
    }
}
