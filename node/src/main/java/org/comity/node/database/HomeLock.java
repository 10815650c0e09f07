package org.comity.node.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time owns a home folder. The operating system releases the lock when the process dies, however it
 * dies, so nothing is left to clean up.
 */
final class HomeLock implements AutoCloseable {

    /**
     * Folders held by this process, guarded by the class. POSIX drops a process's lock as soon as it closes any
     * descriptor of the file, so the file of a held lock is never opened twice.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Throws {@link HomeInUse} at once if another node, in this process or another, holds the folder. */
    static HomeLock take(Path home, Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(home)) {
                throw new HomeInUse(home, ownPid());
            }
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new HomeInUse(home, holder);
            }
            channel.truncate(0).write(ByteBuffer.wrap((ownPid() + "\n").getBytes(StandardCharsets.UTF_8)));
            HELD.add(home);
            return new HomeLock(home, channel);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static String ownPid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // the lock ends with the process at the latest
            }
            HELD.remove(home);
        }
    }
}
