package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.comity.node.exchange.PacketFolder;

/** Puts a file into the running node's packet folder, and waits for what comes of it. */
final class PacketErrand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private PacketErrand() {}

    /** The lines of the outcome, without the first. */
    static List<String> run(Path home, byte[] content, String suffix) throws IOException, InterruptedException {
        String name = UUID.randomUUID() + suffix;
        Path folder = PacketFolder.in(home);
        Files.createDirectories(folder);
        Path draft = Files.write(folder.resolve(name + ".new"), content);
        Path errand = Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Path outcome = PacketFolder.out(home).resolve(name + PacketFolder.OUTCOME);
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            if (Files.exists(outcome)) {
                List<String> lines = Files.readAllLines(outcome);
                Files.delete(outcome);
                if (!lines.getFirst().equals("done")) {
                    throw new IllegalStateException(String.join("\n", lines.subList(1, lines.size())));
                }
                return lines.subList(1, lines.size());
            }
            Thread.sleep(PAUSE);
        }
        Files.deleteIfExists(errand);
        throw new IllegalStateException("The node in " + home + " does not answer. Start it with: ./comity serve");
    }
}
