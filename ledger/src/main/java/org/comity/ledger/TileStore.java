package org.comity.ledger;

import java.io.IOException;
import java.util.Optional;

/** Keeps what a log publishes. */
public interface TileStore {

    Optional<byte[]> read(Resource resource) throws IOException;

    /**
     * Writes a resource whole or not at all. When this returns, the resource survives whatever the store promises to
     * survive.
     */
    void write(Resource resource, byte[] content) throws IOException;
}
