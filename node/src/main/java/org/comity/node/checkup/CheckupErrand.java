package org.comity.node.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The folder {@code checkup} below a node's home: the command line puts a wish there, and the running node its report. So who may
 * ask is who may write into the home, and no address is opened for it.
 */
@Component
public class CheckupErrand implements SmartLifecycle {

    /** What a file is called that asks for a run; it holds {@link #TEXT} or {@link #JSON}. */
    public static final String WISH = ".wish";

    /** What a file is called that holds a report; its first line is {@link #WELL} or not. */
    public static final String REPORT = ".report";

    public static final String TEXT = "text";
    public static final String JSON = "json";
    public static final String WELL = "well";
    private static final String FAILED = "failed";

    private static final Logger log = LoggerFactory.getLogger(CheckupErrand.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final Checkup checkup;

    // guarded by this
    private @Nullable Thread watcher;

    CheckupErrand(ComitySettings settings, Checkup checkup) {
        this.folder = in(settings.home());
        this.checkup = checkup;
    }

    public static Path in(Path home) {
        return home.resolve("checkup");
    }

    @Override
    public synchronized void start() {
        watcher = Thread.ofVirtual().name("checkup-folder").start(this::watch);
    }

    @Override
    public synchronized void stop() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watcher != null;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                log.warn("The folder {} can't be looked into: {}", folder, e.getMessage());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> wishes;
        try (Stream<Path> files = Files.list(folder)) {
            wishes = files.filter(file -> file.toString().endsWith(WISH)).toList();
        }
        for (Path wish : wishes) {
            var form = Files.readString(wish).strip();
            Files.delete(wish);
            var report = checkup.run();
            var shown = form.equals(JSON)
                    ? ReportFormat.json(checkup.node(), report)
                    : ReportFormat.text(checkup.node(), report);
            // whole or not at all: someone is waiting for it
            Path draft = Files.writeString(
                    folder.resolve(wish.getFileName() + ".new"), (report.isWell() ? WELL : FAILED) + "\n" + shown);
            Files.move(draft, folder.resolve(wish.getFileName() + REPORT), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
