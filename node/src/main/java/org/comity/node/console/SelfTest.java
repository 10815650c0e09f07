package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.comity.node.checkup.CheckupErrand;

/** Has the running node try itself, and prints what came of it. */
class SelfTest implements Command {

    /** The slowest checks wait for servers that do not answer; a long journal takes its time, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A running node looks every second. */
    private static final Duration NOTICED = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Override
    public String name() {
        return "selftest";
    }

    @Override
    public String usage() {
        return "selftest [--json] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException, InterruptedException {
        var arguments = typed.allowing("json", "home");
        var home = arguments.home();
        var lines = report(home, arguments.has("json") ? CheckupErrand.JSON : CheckupErrand.TEXT);
        lines.stream().skip(1).forEach(IO::println);
        return lines.getFirst().equals(CheckupErrand.WELL) ? DONE : FAILED;
    }

    private static List<String> report(Path home, String form) throws IOException, InterruptedException {
        var folder = Files.createDirectories(CheckupErrand.in(home));
        var name = UUID.randomUUID() + CheckupErrand.WISH;
        var draft = Files.writeString(folder.resolve(name + ".new"), form);
        var wish = Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        var report = folder.resolve(name + CheckupErrand.REPORT);
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            if (Files.exists(report)) {
                var lines = Files.readAllLines(report);
                Files.delete(report);
                return lines;
            }
            if (waited > NOTICED.toMillis() && Files.exists(wish)) {
                break;
            }
            Thread.sleep(PAUSE);
        }
        Files.deleteIfExists(wish);
        throw new IllegalStateException("The node in " + home + " does not answer. Start it with: ./comity serve");
    }
}
