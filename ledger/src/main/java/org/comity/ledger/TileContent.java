package org.comity.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of tiles and bundles (c2sp.org/tlog-tiles, "Merkle Tree" and "Log entries"). A partial tile that is gone is
 * read from the full one, which a log may keep alone once the tree has grown past it ("Partial Tiles").
 */
final class TileContent {

    /** An entry's length is written in two bytes. */
    static final int LONGEST_ENTRY = 0xFFFF;

    private TileContent() {}

    static List<Hash> read(TileSource source, Resource.HashTile tile) throws IOException {
        Resource.HashTile found = tile;
        Optional<byte[]> content = source.read(tile);
        if (content.isEmpty() && tile.isPartial()) {
            found = new Resource.HashTile(tile.level(), tile.index(), Resource.WIDTH);
            content = source.read(found);
        }
        List<Hash> hashes = hashes(found, content.orElseThrow(() -> missing(tile)));
        return hashes.subList(0, tile.width());
    }

    static List<byte[]> read(TileSource source, Resource.EntryBundle bundle) throws IOException {
        Resource.EntryBundle found = bundle;
        Optional<byte[]> content = source.read(bundle);
        if (content.isEmpty() && bundle.isPartial()) {
            found = new Resource.EntryBundle(bundle.index(), Resource.WIDTH);
            content = source.read(found);
        }
        List<byte[]> entries = entries(found, content.orElseThrow(() -> missing(bundle)));
        return entries.subList(0, bundle.width());
    }

    private static CorruptLog missing(Resource resource) {
        return new CorruptLog(resource.path() + " is missing.");
    }

    static byte[] ofHashes(List<Hash> hashes) {
        ByteBuffer content = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> content.put(hash.bytes()));
        return content.array();
    }

    static List<Hash> hashes(Resource.HashTile tile, byte[] content) {
        if (content.length != tile.width() * Hash.LENGTH) {
            throw new CorruptLog(
                    tile.path() + " has " + content.length + " bytes instead of " + tile.width() * Hash.LENGTH + ".");
        }
        ByteBuffer rest = ByteBuffer.wrap(content);
        List<Hash> hashes = new ArrayList<>(tile.width());
        while (rest.hasRemaining()) {
            byte[] hash = new byte[Hash.LENGTH];
            rest.get(hash);
            hashes.add(new Hash(hash));
        }
        return hashes;
    }

    static byte[] ofEntries(List<byte[]> entries) {
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer content = ByteBuffer.allocate(length);
        entries.forEach(entry -> content.putShort((short) entry.length).put(entry));
        return content.array();
    }

    static List<byte[]> entries(Resource.EntryBundle bundle, byte[] content) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        List<byte[]> entries = new ArrayList<>(bundle.width());
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new CorruptLog(bundle.path() + " ends within an entry.");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining() || entries.size() != bundle.width()) {
            throw new CorruptLog(bundle.path() + " does not hold " + bundle.width() + " entries.");
        }
        return entries;
    }
}
