package org.comity.node.journal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.Hash;
import org.comity.ledger.Resource;
import org.comity.ledger.TileSource;
import org.springframework.stereotype.Component;

/**
 * The journal as others may follow it (c2sp.org/tlog-tiles): its checkpoint and its hashes. Entries are not published, since
 * they name people and cases; their hashes tell nothing, since each covers a salted commitment (decision 23).
 */
@Component
public class PublishedTiles implements TileSource {

    private final Journal journal;
    private final Tree tree;

    PublishedTiles(Journal journal, Tree tree) {
        this.journal = journal;
        this.tree = tree;
    }

    @Override
    public Optional<byte[]> read(Resource resource) {
        return switch (resource) {
            case Resource.LatestCheckpoint _ ->
                Optional.of(journal.checkpoint())
                        .filter(note -> !note.signatures().isEmpty())
                        .map(note -> note.bytes());
            case Resource.HashTile tile -> hashes(tile);
            case Resource.EntryBundle _ -> Optional.empty();
        };
    }

    private Optional<byte[]> hashes(Resource.HashTile tile) {
        int height = tile.level() * Resource.HEIGHT;
        if (height > 62 || tile.index() > Long.MAX_VALUE >> Resource.HEIGHT + 1) {
            return Optional.empty();
        }
        List<Hash> hashes = tree.level(height, tile.index() * Resource.WIDTH, tile.width());
        if (hashes.size() < tile.width()) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        hashes.forEach(hash -> content.writeBytes(hash.bytes()));
        return Optional.of(content.toByteArray());
    }
}
