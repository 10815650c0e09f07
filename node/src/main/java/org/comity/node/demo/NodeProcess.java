package org.comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.comity.node.settings.FreePort;
import org.comity.node.settings.HomeFile;

/** One node of the demo as a process of its own: own folder, keys, database and port, on loopback only. */
final class NodeProcess implements AutoCloseable {

    /** Three starts at once, on a machine that may have other things to do. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private static final int USUAL_HI1_PORT = 8443;
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    /** Three nodes on one machine for some minutes: none is up long enough to gain from the second compiler. */
    static final String LEAN = "-XX:TieredStopAtLevel=1";

    private final Path script;
    private final Path home;
    private final String organisation;
    private final URI url;
    private final URI address;
    private final Process process;

    private final long launchedAt = System.nanoTime();
    private Duration readyAfter = Duration.ZERO;

    private NodeProcess(Path script, Path home, String organisation, URI url, URI address, Process process) {
        this.script = script;
        this.home = home;
        this.organisation = organisation;
        this.url = url;
        this.address = address;
        this.process = process;
        // whoever ends the demo ends its nodes, also with a signal
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "ending " + home.getFileName()));
    }

    /**
     * Makes the node's keys and settings and starts it; returns before it is ready.
     *
     * @param script the {@code comity} command, so that the demo's nodes run exactly as anybody's
     * @param line by which others reach it, if that is not its own port
     * @param settings more lines of its settings
     * @param options for its Java
     */
    static NodeProcess start(
            Path script, Path home, Place place, Optional<Line> line, List<String> settings, String options) {
        int port = line.map(Line::inside).orElseGet(() -> FreePort.preferably(place.preferredPort()));
        URI url = URI.create("http://127.0.0.1:" + port);
        URI address = line.map(Line::address).orElse(url);
        List<String> init = new ArrayList<>(List.of("node", "init", "--home", home.toString(), "--exercise"));
        init.addAll(List.of("--organisation", place.organisation(), "--url", address.toString()));
        init.addAll(List.of("--port", Integer.toString(port)));
        init.addAll(place.particulars());
        if (place.isProvider()) {
            init.addAll(List.of("--hi1-port", Integer.toString(FreePort.preferably(USUAL_HI1_PORT))));
        }
        try {
            Files.createDirectories(home);
            comity(script, home, init.toArray(String[]::new));
            Files.write(HomeFile.of(home).path(), settings, StandardOpenOption.APPEND);
            Files.writeString(home.resolve("exercise-people.json"), ExercisePerson.json(place.people()));
            return new NodeProcess(script, home, place.organisation(), url, address, launch(script, home, options));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't set up a node in " + home + ".", e);
        }
    }

    /** Where its own people reach it. */
    URI url() {
        return url;
    }

    /** Where others reach it. */
    URI address() {
        return address;
    }

    String organisation() {
        return organisation;
    }

    Path home() {
        return home;
    }

    /** From launching the process to the first answer that it is healthy. */
    Duration readyAfter() {
        return readyAfter;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path card() {
        Path card = home.resolve("card.json");
        try {
            Files.writeString(card, comity(script, home, "node", "card", "--home", home.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + card + ".", e);
        }
        return card;
    }

    void knows(Path card) {
        comity(script, home, "node", "peer", "add", card.toString(), "--yes", "--home", home.toString());
    }

    void awaitReady() {
        long deadline = launchedAt + READY_WITHIN.toNanos();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            HttpRequest health = HttpRequest.newBuilder(url.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new StoryBroken("The node in %s stopped while starting: %s".formatted(home, lastWords()));
                }
                if (healthy(http, health)) {
                    readyAfter = Duration.ofNanos(System.nanoTime() - launchedAt);
                    return;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoryBroken(
                "The node in %s was not ready within %d s: %s".formatted(home, READY_WITHIN.toSeconds(), lastWords()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean healthy(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process launch(Path script, Path home, String options) throws IOException {
        ProcessBuilder launching = new ProcessBuilder(script.toString(), "serve", "--home", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        // what anybody set comes after it, and counts
        launching.environment().merge("COMITY_JAVA_OPTIONS", options, (set, ours) -> ours + " " + set);
        return launching.start();
    }

    private static String comity(Path script, Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = home.resolve("command.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StoryBroken("\"comity %s\" failed: %s %s"
                        .formatted(
                                String.join(" ", arguments),
                                said.strip(),
                                Files.readString(errors).strip()));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't run " + script + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted.");
        }
    }

    /** @param holds whether all of it verifies */
    record Checked(boolean holds, String said) {

        /** What does not hold, in the words of the command. */
        String complaint() {
            return said.lines()
                    .filter(line -> line.startsWith("FAILS"))
                    .findFirst()
                    .orElse(said)
                    .strip();
        }
    }

    /** As anybody does who has the program and no node. */
    Checked verify(Path file, String... more) {
        List<String> command = new ArrayList<>(List.of(script.toString(), "verify", file.toString()));
        command.addAll(Arrays.asList(more));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Checked(process.waitFor() == 0, said);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't run " + script + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted.");
        }
    }

    /** What the node's journal holds of a conversation, with its proofs. */
    String history(String conversation, String peer) {
        return comity(script, home, "ledger", "history", conversation, "--peer", peer, "--home", home.toString());
    }

    /** How the peer's published journal compares with what this node has seen of it. */
    String journalOf(String peer) {
        return comity(script, home, "ledger", "verify", "--peer", peer, "--home", home.toString())
                .strip()
                .replaceFirst("^holds +", "");
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("console.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "it left no log.";
        }
    }
}
