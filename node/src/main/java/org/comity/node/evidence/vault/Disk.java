package org.comity.node.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Everything that the vault changes on a disk, in one place, so that tests can cut the power at each step. */
public class Disk {

    /** All of it, at that place. */
    void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
    }

    void force(FileChannel file) throws IOException {
        file.force(false);
    }

    void truncate(FileChannel file, long length) throws IOException {
        file.truncate(length);
    }

    /** Puts a small file in the place of another: a reader sees the whole old or the whole new one, also after a crash. */
    void replace(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, ByteBuffer.wrap(content), 0);
            force(channel);
        }
        move(draft, file);
    }

    static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** A name in a folder survives a power cut once the folder itself was written (a file stands for its folder). */
    static void forceFolder(Path place) throws IOException {
        Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
        if (folder == null
                || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows can't open a folder, and writes names through
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
