package org.comity.node.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.node.settings.FreePort;

/**
 * Starts a node for Portugal, one for Brazil and one for a provider in Germany, lets Portugal and the
 * others take each other's cards, lives through
 * the story, and leaves them running or stops them.
 */
public final class Demo {

    private static final Place PORTUGAL =
            new Place("pt", "24/7 contact point, Portugal", 18080, ExercisePerson.staffOf("Portugal"), "--state", "PT");
    private static final Place BRAZIL =
            new Place("br", "24/7 contact point, Brazil", 18081, ExercisePerson.staffOf("Brazil"), "--state", "BR");
    private static final List<Place> PLACES = List.of(
            PORTUGAL,
            BRAZIL,
            new Place(
                    "mail",
                    "Mail provider, Germany",
                    18082,
                    ExercisePerson.teamOf("mail provider"),
                    "--state",
                    "DE",
                    "--party",
                    "mail",
                    "--profile",
                    "provider"));

    /** The common pool of a small machine has one thread, and all of this waits for processes. */
    private static final Executor AT_ONCE = Thread::startVirtualThread;

    private static final String MARK = "made-by-the-demo";

    /** Databases, and what a vault leaves free for them. */
    private static final Size BESIDE = Size.of("2G");

    /** From here on the second compiler, which alone hashes and encrypts fast, is worth its price. */
    private static final Size LARGE = Size.of("128M");

    private final Path script;
    private final Path folder;
    private final Path kept;
    private final Size exhibit;
    private final PrintStream out;

    /**
     * @param script the {@code comity} command by which the nodes are started
     * @param folder where the nodes live; what an earlier demo left there is removed
     * @param kept where the package for court is left
     * @param exhibit how large the evidence is that is handed over
     */
    public Demo(Path script, Path folder, Path kept, Size exhibit, PrintStream out) {
        this.kept = kept;
        this.exhibit = exhibit;
        this.script = script;
        this.folder = folder;
        this.out = out;
    }

    /**
     * @param once stop the nodes when the story is over
     * @param json print a summary as the last line
     * @return whether every step held
     */
    public boolean play(boolean once, boolean json) throws InterruptedException {
        var telling = new Telling(out);
        try {
            clear();
            requireRoom();
        } catch (StoryBroken | UncheckedIOException nowhere) {
            out.println(nowhere.getMessage());
            if (json) {
                out.println(telling.summary(false, Map.of()));
            }
            return false;
        }
        var house = UnknownPlace.mailHouse(folder);
        var line = Line.between(FreePort.preferably(BRAZIL.preferredPort()), FreePort.any());
        var desks = PLACES.stream().map(place -> start(place, house, line)).toList();
        try (house;
                line) {
            boolean held = told(() -> {
                var ready = new ArrayList<Desk>();
                telling.step("start", () -> {
                    desks.forEach(desk -> ready.add(desk.join()));
                    return ready(ready);
                });
                new Story(telling, ready.get(0), ready.get(1), ready.get(2), house, new Exhibit(exhibit, line, kept))
                        .live();
                return true;
            });
            if (!once && held) {
                stay(desks.stream().map(CompletableFuture::join).toList());
            }
            if (json) {
                out.println(telling.summary(held, facts(desks)));
            }
            return held;
        } finally {
            desks.forEach(Demo::end);
        }
    }

    /** Portugal alone has a mailbox; the line to Brazil is bad. */
    private CompletableFuture<Desk> start(Place place, MailHouse house, Line bad) {
        List<String> settings = place.equals(PORTUGAL) ? house.settings() : List.of();
        Optional<Line> line = place.equals(BRAZIL) ? Optional.of(bad) : Optional.empty();
        String options = place.isProvider() || exhibit.bytes() < LARGE.bytes() ? NodeProcess.LEAN : "";
        return CompletableFuture.supplyAsync(
                () -> new Desk(
                        NodeProcess.start(script, folder.resolve(place.name()), place, line, settings, options),
                        place.people()),
                AT_ONCE);
    }

    /** One that never started left nothing to end. */
    private static void end(CompletableFuture<Desk> desk) {
        desk.handle((started, failed) -> started)
                .thenAccept(started -> {
                    if (started != null) {
                        started.node().close();
                    }
                })
                .join();
    }

    private boolean told(Supplier<Boolean> story) {
        try {
            return story.get();
        } catch (StoryBroken | UncheckedIOException | CompletionException broken) {
            Throwable reason =
                    broken instanceof CompletionException && broken.getCause() != null ? broken.getCause() : broken;
            out.println("The story broke off: " + reason.getMessage());
            out.println("What the nodes said is in " + folder + "/*/console.log and */logs.");
            return false;
        }
    }

    private static List<String> ready(List<Desk> desks) {
        var nodes = desks.stream().map(Desk::node).toList();
        nodes.forEach(NodeProcess::awaitReady);
        var portugal = nodes.getFirst();
        var others = nodes.subList(1, nodes.size());
        var card = portugal.card();
        CompletableFuture.allOf(Stream.concat(
                                others.stream()
                                        .map(other -> CompletableFuture.runAsync(() -> other.knows(card), AT_ONCE)),
                                Stream.of(CompletableFuture.runAsync(
                                        () -> others.forEach(other -> portugal.knows(other.card())), AT_ONCE)))
                        .toArray(CompletableFuture[]::new))
                .join();
        return Stream.concat(
                        nodes.stream()
                                .map(node -> "%s at %s after %.1f s"
                                        .formatted(
                                                node.organisation(),
                                                node.address(),
                                                node.readyAfter().toMillis() / 1000.0)),
                        Stream.of("Portugal and the others took each other's signed cards into their directories"))
                .toList();
    }

    private void stay(List<Desk> desks) throws InterruptedException {
        out.println();
        out.println("The nodes stay. Sign in with name and password; the code comes from: " + script + " code SECRET");
        desks.forEach(this::invite);
        out.println();
        out.println("Stop them with Ctrl-C.");
        out.flush();
        while (desks.stream().allMatch(desk -> desk.node().isAlive())) {
            Thread.sleep(1000);
        }
    }

    private void invite(Desk desk) {
        out.println();
        out.println(desk.node().organisation() + ": " + desk.node().address());
        desk.staff()
                .forEach(person -> out.printf(
                        "  %-22s password \"%s\"  secret %s%n",
                        person.signInName(), person.password(), person.secret()));
    }

    private static Map<String, Object> facts(List<CompletableFuture<Desk>> desks) {
        Map<String, Object> nodes = new LinkedHashMap<>();
        desks.stream()
                .filter(desk -> !desk.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .map(Desk::node)
                .forEach(node -> nodes.put(node.home().getFileName().toString().toUpperCase(Locale.ROOT), node(node)));
        return Map.of("nodes", nodes);
    }

    private static Map<String, Object> node(NodeProcess node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", node.address().toString());
        facts.put("readyAfterSeconds", node.readyAfter().toMillis() / 1000.0);
        return facts;
    }

    /** The evidence is in two vaults and in the package, and nowhere else. */
    private void requireRoom() {
        try {
            Files.createDirectories(kept);
            var home = Files.getFileStore(folder);
            boolean together = home.equals(Files.getFileStore(kept));
            require(folder, home, exhibit.times(together ? 3 : 2).plus(BESIDE));
            if (!together) {
                require(kept, Files.getFileStore(kept), exhibit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't see how much room there is in " + folder + ".", e);
        }
    }

    private static void require(Path folder, FileStore store, Size needed) throws IOException {
        long free = store.getUsableSpace();
        if (free < needed.bytes()) {
            throw new StoryBroken(
                    "The demo needs %s in %s, and %s are free. Choose another place with --home and --keep, or smaller evidence with --exhibit-size, such as 64M."
                            .formatted(needed, folder, free < 1 ? "none" : new Size(free)));
        }
    }

    /** Only a folder that a demo made is emptied. */
    private void clear() {
        try {
            if (Files.exists(folder)) {
                if (!Files.exists(folder.resolve(MARK))) {
                    throw new StoryBroken(folder + " was not made by a demo. Choose another folder with --home.");
                }
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't make room in " + folder + ".", e);
        }
    }
}
