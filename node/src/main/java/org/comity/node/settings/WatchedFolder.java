package org.comity.node.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A folder of the node's home that the running node looks into, once a second: the command line puts a wish there and finds
 * the answer. So who may ask is who may write into the home, and no address is opened for it.
 */
public abstract class WatchedFolder implements SmartLifecycle {

    /** What a file is called that asks for something. */
    public static final String WISH = ".wish";

    private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path folder;

    // guarded by this
    private @Nullable Thread watcher;

    protected WatchedFolder(Path folder) {
        this.folder = folder;
    }

    /** Does what the file asks for and takes it away; other files are left where they are. */
    protected abstract void take(Path file) throws IOException;

    /** Writes an answer whole or not at all: someone may be waiting for it. */
    protected static void answer(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public final synchronized void start() {
        watcher = Thread.ofVirtual().name("folder-" + folder.getFileName()).start(this::watch);
    }

    @Override
    public final synchronized void stop() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return watcher != null;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (Path file : files()) {
                take(file);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("What lies in {} can't be taken: {}", folder, e.getMessage());
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
