package org.comity.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Keeps what a log publishes. */
public interface TileStore extends TileSource {

    /**
     * Writes resources, each whole or not at all, in no order. When this returns, they survive whatever the store
     * promises to survive.
     */
    void write(Map<Resource, byte[]> resources) throws IOException;

    default void write(Resource resource, byte[] content) throws IOException {
        write(Map.of(resource, content));
    }

    /** Every partial tile and bundle that is there. */
    List<Resource.Tile> partials() throws IOException;

    /** Removes a resource if it is there; need not survive anything. */
    void remove(Resource resource) throws IOException;
}
