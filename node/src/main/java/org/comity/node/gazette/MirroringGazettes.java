package org.comity.node.gazette;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.comity.ledger.FolderTileStore;
import org.comity.ledger.HttpTileSource;
import org.comity.ledger.Mirror;
import org.comity.ledger.NoteKey;
import org.comity.node.directory.NodeCard;
import org.comity.node.journal.Origin;

/** Copies a gazette into a folder that any web server can hand out as it is. Nobody has to trust whoever does. */
public final class MirroringGazettes {

    private MirroringGazettes() {}

    /**
     * Brings a copy up to what the gazette is now.
     *
     * @param publisher by whose key everything is checked
     * @param from another mirror of it; empty for the publisher's own node
     */
    public static Mirror.Copied into(Path folder, NodeCard publisher, Optional<URI> from) throws IOException {
        String origin = Origin.ofGazette(publisher.url());
        try (var copy = FolderTileStore.open(folder)) {
            return new Mirror(
                            new HttpTileSource(from.orElseGet(() -> FollowingGazettes.tiles(publisher.url()))),
                            copy,
                            origin,
                            NoteKey.of(origin, publisher.root().getPublicKey()))
                    .update();
        }
    }
}
