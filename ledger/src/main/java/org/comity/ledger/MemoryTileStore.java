package org.comity.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a log as long as the process lives. */
public final class MemoryTileStore implements TileStore {

    private final Map<Resource, byte[]> resources = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> read(Resource resource) {
        return Optional.ofNullable(resources.get(resource)).map(byte[]::clone);
    }

    @Override
    public void write(Resource resource, byte[] content) {
        resources.put(resource, content.clone());
    }
}
