package org.comity.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tiled log publishes, each under its own path (c2sp.org/tlog-tiles). */
public sealed interface Resource {

    /** Hashes in a full tile and entries in a full bundle: tiles are eight levels high. */
    int WIDTH = 256;

    int HEIGHT = 8;

    /** Path below the log's URL prefix or folder. */
    String path();

    /** The latest signed tree head; the only resource that changes. */
    record LatestCheckpoint() implements Resource {
        @Override
        public String path() {
            return "checkpoint";
        }
    }

    /** A tile or the bundle of entries below it: full, or partial at the right edge of a tree. */
    sealed interface Tile extends Resource {

        /** 0 for leaf hashes and for their entries. */
        int level();

        long index();

        int width();

        default boolean isPartial() {
            return width() < WIDTH;
        }

        /** Whether a tree of this size fills this place. */
        default boolean isFullIn(long size) {
            return index() < size >> HEIGHT * level() >> HEIGHT;
        }
    }

    /**
     * Consecutive hashes of one tile level.
     *
     * @param level 0 holds leaf hashes; each hash of the next level is the root of a full tile below
     * @param index place of the tile within its level
     * @param width number of hashes, 256 when full
     */
    record HashTile(int level, long index, int width) implements Tile {
        public HashTile {
            if (level < 0 || level > 63) {
                throw new IllegalArgumentException("A tile stands on level 0 to 63, not " + level + ".");
            }
            requireTile(index, width);
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + indexPath(index, width);
        }
    }

    /** Consecutive entries, matching the tile of level 0 with the same index and width. */
    record EntryBundle(long index, int width) implements Tile {
        public EntryBundle {
            requireTile(index, width);
        }

        @Override
        public int level() {
            return 0;
        }

        @Override
        public String path() {
            return "tile/entries/" + indexPath(index, width);
        }
    }

    /**
     * Reads a path as {@link #path()} writes it, for serving.
     *
     * @throws IllegalArgumentException if a tiled log has nothing under such a path
     */
    static Resource parse(String path) {
        if (path.equals("checkpoint")) {
            return new LatestCheckpoint();
        }
        Matcher parts = Paths.TILE.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + path + "\" is no path of a tiled log.");
        }
        long index = Long.parseLong(parts.group("index").replaceAll("[x/]", ""));
        int width = parts.group("width") == null ? WIDTH : Integer.parseInt(parts.group("width"));
        Resource resource = parts.group("level").equals("entries")
                ? new EntryBundle(index, width)
                : new HashTile(Integer.parseInt(parts.group("level")), index, width);
        if (!resource.path().equals(path)) {
            throw new IllegalArgumentException("\"" + path + "\" is written \"" + resource.path() + "\".");
        }
        return resource;
    }

    private static void requireTile(long index, int width) {
        if (index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("There is no tile " + index + " of width " + width + ".");
        }
    }

    /** 1234067 becomes x001/x234/067, so that no folder holds more than a thousand names and none is also a file. */
    private static String indexPath(long index, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** Keeps the pattern out of the interface's public constants. */
    final class Paths {
        private static final Pattern TILE = Pattern.compile(
                "tile/(?<level>entries|[0-9]{1,2})/(?<index>(x[0-9]{3}/){0,5}[0-9]{3})(\\.p/(?<width>[0-9]{1,3}))?");

        private Paths() {}
    }
}
