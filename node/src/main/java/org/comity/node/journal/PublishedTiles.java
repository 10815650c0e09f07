package org.comity.node.journal;

import java.util.Optional;
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
            case Resource.HashTile tile -> tree.tile(tile);
            case Resource.EntryBundle _ -> Optional.empty();
        };
    }
}
