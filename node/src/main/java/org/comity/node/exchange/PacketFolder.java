package org.comity.node.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.packet.PacketFormat;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The folder {@code packets/in} below a node's home: a packet that is put there is taken in by the running node, with all
 * its checks, and what came of it stands in {@code packets/out}. So the command line, and a stick that is copied by a script,
 * go through the same gate as the page.
 */
@Component
public class PacketFolder implements SmartLifecycle {

    /** What a file is called that asks for a packet; it holds the party. */
    public static final String WISH = ".wish";

    /** What a file is called that says what came of one; its first line is {@code done} or {@code refused}. */
    public static final String OUTCOME = ".outcome";

    private static final Logger log = LoggerFactory.getLogger(PacketFolder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String BY = "console";

    private final Path in;
    private final Path out;
    private final CarryingPackets carrying;
    private final Packets packets;

    // guarded by this
    private @Nullable Thread watcher;

    PacketFolder(ComitySettings settings, CarryingPackets carrying, Packets packets) {
        this.in = in(settings.home());
        this.out = out(settings.home());
        this.carrying = carrying;
        this.packets = packets;
    }

    public static Path in(Path home) {
        return home.resolve("packets").resolve("in");
    }

    public static Path out(Path home) {
        return home.resolve("packets").resolve("out");
    }

    @Override
    public synchronized void start() {
        watcher = Thread.ofVirtual().name("packet-folder").start(this::watch);
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
                log.warn("The folder {} can't be looked into: {}", in, e.getMessage());
            }
        }
    }

    void look() throws IOException {
        if (!Files.isDirectory(in)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.list(in)) {
            found = files.sorted().toList();
        }
        for (Path file : found) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(PacketFormat.SUFFIX)) {
                tell(name, take(Files.readAllBytes(file)));
                Files.delete(file);
            } else if (name.endsWith(WISH)) {
                tell(name, make(Files.readString(file).strip()));
                Files.delete(file);
            }
        }
    }

    private String take(byte[] packet) throws IOException {
        try {
            CarryingPackets.Taken taken = carrying.take(packet, BY);
            StringBuilder outcome = new StringBuilder("done\n");
            outcome.append(Said.of(
                                    taken.packet().bringsAnswers()
                                            ? "exchange.pages.packets.taken-answers"
                                            : "exchange.pages.packets.taken",
                                    taken.packet().messages(),
                                    taken.packet().party().value())
                            .inEnglish())
                    .append('\n');
            taken.outcomes().stream()
                    .map(CarryingPackets.Outcome::trouble)
                    .flatMap(Optional::stream)
                    .map(Noted::toString)
                    .forEach(trouble -> outcome.append(trouble).append('\n'));
            taken.differences().forEach(difference -> outcome.append(difference).append('\n'));
            if (taken.back().isPresent()) {
                outcome.append(written(taken.back().get())).append('\n');
            }
            return outcome.toString();
        } catch (PacketNotTaken refused) {
            return "refused\n" + refused.said().inEnglish() + "\n";
        }
    }

    private String make(String party) throws IOException {
        try {
            return "done\n" + written(carrying.make(new PartyId(party), BY)) + "\n";
        } catch (PacketNotTaken refused) {
            return "refused\n" + refused.said().inEnglish() + "\n";
        } catch (IllegalArgumentException | Peers.UnknownPeer e) {
            return "refused\n" + e.getMessage() + "\n";
        }
    }

    private Path written(Packets.Kept packet) throws IOException {
        Files.createDirectories(out);
        return Files.write(
                out.resolve(packet.fileName()), packets.file(packet.id()).orElseThrow());
    }

    /** Whole or not at all: someone may be waiting for it. */
    private void tell(String name, String outcome) throws IOException {
        Files.createDirectories(out);
        Path draft = Files.writeString(out.resolve(name + ".new"), outcome, StandardCharsets.UTF_8);
        Files.move(draft, out.resolve(name + OUTCOME), StandardCopyOption.ATOMIC_MOVE);
    }
}
