package org.comity.node.gazette;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.Resource;
import org.comity.ledger.TileSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gazette as static tiles with its entries, which any web server can carry on (c2sp.org/tlog-tiles). */
@Component
class GazetteTiles implements TileSource {

    private final OwnGazette gazette;

    GazetteTiles(OwnGazette gazette) {
        this.gazette = gazette;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> read(Resource resource) {
        return switch (resource) {
            case Resource.LatestCheckpoint _ -> Optional.of(gazette.checkpoint().bytes());
            case Resource.HashTile tile -> gazette.tree().tile(tile);
            case Resource.EntryBundle bundle -> entries(bundle);
        };
    }

    private Optional<byte[]> entries(Resource.EntryBundle bundle) {
        if (bundle.index() > Long.MAX_VALUE >> Resource.HEIGHT + 1) {
            return Optional.empty();
        }
        List<byte[]> entries = gazette.entries(bundle.index() * Resource.WIDTH, bundle.width());
        if (entries.size() < bundle.width()) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            content.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) entry.length)
                    .array());
            content.writeBytes(entry);
        }
        return Optional.of(content.toByteArray());
    }
}
