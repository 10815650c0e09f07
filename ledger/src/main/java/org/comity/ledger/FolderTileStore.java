package org.comity.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Keeps a log in a folder that any web server can publish as it is.
 *
 * <p>A write survives {@code kill -9} and a power cut: the content goes to a temporary file, is forced to disk and then
 * renamed over its name, and the folders that name it are forced too. The folder is locked while the store is open,
 * since two writers would fork the log.
 */
public final class FolderTileStore implements TileStore, AutoCloseable {

    private static final String TEMPORARY = ".writing";

    private final Path folder;
    private final FileChannel lock;

    private FolderTileStore(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    public static FolderTileStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("The log in " + folder + " is open in another process. Stop that one first: two"
                    + " writers would fork the log.");
        }
        return new FolderTileStore(folder, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> read(Resource resource) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(resource.path())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Forces all files at once, then all folders: a file system commits those that wait together. */
    @Override
    public void write(Map<Resource, byte[]> resources) throws IOException {
        Map<Path, byte[]> targets = new LinkedHashMap<>();
        Set<Path> parents = new LinkedHashSet<>();
        for (Map.Entry<Resource, byte[]> resource : resources.entrySet()) {
            Path target = folder.resolve(resource.getKey().path());
            Path parent = parent(target);
            createDurably(parent);
            parents.add(parent);
            targets.put(target, resource.getValue());
        }
        together(targets.entrySet(), target -> force(temporary(target.getKey()), target.getValue()));
        for (Path target : targets.keySet()) {
            Files.move(temporary(target), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        together(parents, FolderTileStore::forceFolder);
    }

    @Override
    public List<Resource.Tile> partials() throws IOException {
        Path tiles = folder.resolve("tile");
        if (!Files.isDirectory(tiles)) {
            return List.of();
        }
        List<Resource.Tile> partials = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tiles)) {
            for (Path file : files.filter(FolderTileStore::isPartial).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (Resource.parse(path) instanceof Resource.Tile tile) {
                    partials.add(tile);
                }
            }
        }
        return partials;
    }

    private static boolean isPartial(Path file) {
        return parent(file).toString().endsWith(".p") && !file.toString().endsWith(TEMPORARY);
    }

    /** The folder of a tile's partial widths goes with the last of them. */
    @Override
    public void remove(Resource resource) throws IOException {
        Path file = folder.resolve(resource.path());
        Files.deleteIfExists(file);
        try {
            Files.deleteIfExists(parent(file));
        } catch (DirectoryNotEmptyException e) {
            // other widths are still there
        }
    }

    private static Path parent(Path file) {
        return file.resolveSibling(".").normalize();
    }

    private static Path temporary(Path target) {
        return target.resolveSibling(target.getFileName() + TEMPORARY);
    }

    private static void force(Path path, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
    }

    private interface Work<T> {
        void on(T each) throws IOException;
    }

    private static <T> void together(Collection<T> all, Work<T> work) throws IOException {
        if (all.size() == 1) {
            work.on(all.iterator().next());
            return;
        }
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T each : all) {
                done.add(threads.submit(() -> {
                    work.on(each);
                    return each;
                }));
            }
        }
        for (Future<?> each : done) {
            if (each.state() == Future.State.FAILED) {
                throw new IOException("The log's folder could not be written.", each.exceptionNow());
            }
        }
    }

    private void createDurably(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        Path parent = parent(wanted);
        createDurably(parent);
        Files.createDirectory(wanted);
        forceFolder(parent);
    }

    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().getSeparator().equals("\\")) {
            return; // Windows opens no folder for writing and journals renames itself
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
