package org.comity.ledger;

import java.util.List;
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
    public void write(Map<Resource, byte[]> written) {
        written.forEach((resource, content) -> resources.put(resource, content.clone()));
    }

    @Override
    public List<Resource.Tile> partials() {
        return resources.keySet().stream()
                .filter(Resource.Tile.class::isInstance)
                .map(Resource.Tile.class::cast)
                .filter(Resource.Tile::isPartial)
                .toList();
    }

    @Override
    public void remove(Resource resource) {
        resources.remove(resource);
    }
}
