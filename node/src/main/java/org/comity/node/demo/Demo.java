package org.comity.node.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Starts a node for Portugal and one for Brazil, tells each the other's card, lives through the story, and leaves both
 * running or stops them.
 */
public final class Demo {

    private static final int PORT_HERE = 18080;
    private static final int PORT_THERE = 18081;
    private static final String MARK = "made-by-the-demo";

    private final Path script;
    private final Path folder;
    private final PrintStream out;

    /**
     * @param script the {@code comity} command by which the nodes are started
     * @param folder where the two nodes live; what an earlier demo left there is removed
     */
    public Demo(Path script, Path folder, PrintStream out) {
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
        var staffHere = ExercisePerson.staffOf("Portugal");
        var staffThere = ExercisePerson.staffOf("Brazil");
        clear();
        var starting = List.of(
                start("pt", "PT", "24/7 contact point, Portugal", staffHere, PORT_HERE),
                start("br", "BR", "24/7 contact point, Brazil", staffThere, PORT_THERE));
        try (NodeProcess here = starting.getFirst().join();
                NodeProcess there = starting.getLast().join()) {
            boolean held = told(() -> {
                telling.step("start", () -> ready(here, there));
                new Story(
                                telling,
                                signedIn(staffHere, "duty", here),
                                signedIn(staffHere, "approver", here),
                                signedIn(staffThere, "duty", there),
                                signedIn(staffThere, "lawyer", there),
                                signedIn(staffThere, "approver", there))
                        .live();
                return true;
            });
            if (!once && held) {
                stay(here, staffHere, there, staffThere);
            }
            if (json) {
                out.println(telling.summary(held, facts(here, there)));
            }
            return held;
        }
    }

    private CompletableFuture<NodeProcess> start(
            String name, String state, String organisation, List<ExercisePerson> staff, int port) {
        return CompletableFuture.supplyAsync(
                () -> NodeProcess.start(script, folder.resolve(name), state, organisation, staff, port));
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

    private static List<String> ready(NodeProcess here, NodeProcess there) {
        here.awaitReady();
        there.awaitReady();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> here.knows(there)),
                        CompletableFuture.runAsync(() -> there.knows(here)))
                .join();
        return List.of(
                "Portugal at %s after %.1f s, Brazil at %s after %.1f s"
                        .formatted(
                                here.url(),
                                here.readyAfter().toMillis() / 1000.0,
                                there.url(),
                                there.readyAfter().toMillis() / 1000.0),
                "each took the other's signed card into its directory");
    }

    private static Visitor signedIn(List<ExercisePerson> staff, String signInName, NodeProcess node) {
        return Visitor.signedIn(
                staff.stream()
                        .filter(person -> person.signInName().equals(signInName))
                        .findFirst()
                        .orElseThrow(),
                node.url());
    }

    private void stay(
            NodeProcess here, List<ExercisePerson> staffHere, NodeProcess there, List<ExercisePerson> staffThere)
            throws InterruptedException {
        out.println();
        out.println("Both nodes stay. Sign in with name and password; the code comes from: " + script + " code SECRET");
        invite(here, staffHere);
        invite(there, staffThere);
        out.println();
        out.println("Stop both with Ctrl-C.");
        out.flush();
        while (here.isAlive() && there.isAlive()) {
            Thread.sleep(1000);
        }
    }

    private void invite(NodeProcess node, List<ExercisePerson> staff) {
        out.println();
        out.println(node.organisation() + ": " + node.url());
        staff.forEach(person -> out.printf(
                "  %-14s password \"%s\"  secret %s%n", person.signInName(), person.password(), person.secret()));
    }

    private static Map<String, Object> facts(NodeProcess here, NodeProcess there) {
        Map<String, Object> nodes = new LinkedHashMap<>();
        nodes.put("PT", node(here));
        nodes.put("BR", node(there));
        return Map.of("nodes", nodes);
    }

    private static Map<String, Object> node(NodeProcess node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", node.url().toString());
        facts.put("readyAfterSeconds", node.readyAfter().toMillis() / 1000.0);
        return facts;
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
