package org.comity.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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

    @Override
    public void write(Resource resource, byte[] content) throws IOException {
        Path target = folder.resolve(resource.path());
        Path parent = target.resolveSibling(".").normalize();
        createDurably(parent);
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY);
        try (FileChannel file = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent);
    }

    private void createDurably(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        Path parent = wanted.resolveSibling(".").normalize();
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
