package org.comity.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.comity.node.time.WallTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The people of one node, each at its pages with a session of their own. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final NodeProcess node;
    private final List<ExercisePerson> staff;
    private final Map<String, Visitor> signedIn = new ConcurrentHashMap<>();

    Desk(NodeProcess node, List<ExercisePerson> staff) {
        this.node = node;
        this.staff = List.copyOf(staff);
    }

    NodeProcess node() {
        return node;
    }

    List<ExercisePerson> staff() {
        return staff;
    }

    /** Signs in when first called for. */
    Visitor as(String signInName) {
        return signedIn.computeIfAbsent(
                signInName,
                name -> Visitor.signedIn(
                        staff.stream()
                                .filter(person -> person.signInName().equals(name))
                                .findFirst()
                                .orElseThrow(() -> new StoryBroken(
                                        "Nobody of %s signs in as %s.".formatted(node.organisation(), name))),
                        node.url()));
    }

    /** The duty officer, who sees all matters of the desk. */
    Visitor officer() {
        return as("duty");
    }

    Document act(String signInName, String path, String form, Map<String, String> values) {
        Visitor person = as(signInName);
        return person.send(person.open(path), form, values);
    }

    Matter matter(String path) {
        return Matter.on(officer().open(path));
    }

    Matter awaitState(String path, String state) {
        return await(path, matter -> matter.state().equals(state), "the state " + state);
    }

    Matter await(String path, Predicate<Matter> condition, String wanted) {
        Instant deadline = now().plus(PATIENCE);
        Matter last = matter(path);
        while (!condition.test(last)) {
            if (now().isAfter(deadline)) {
                throw new StoryBroken("%s never showed %s; it shows %s.".formatted(path, wanted, last.state()));
            }
            pause();
            last = matter(path);
        }
        return last;
    }

    /**
     * Waits until the page shows something.
     *
     * @param selector of the element that is waited for
     */
    Element await(String page, String selector) {
        Instant deadline = now().plus(PATIENCE);
        while (now().isBefore(deadline)) {
            Element found = officer().open(page).selectFirst(selector);
            if (found != null) {
                return found;
            }
            pause();
        }
        throw new StoryBroken("%s of %s never showed %s.".formatted(page, node.organisation(), selector));
    }

    /** Where the request stands on this side, once it is there. */
    String arrived(String conversation) {
        return await("/incoming", "a.row[href$=/requests/" + conversation + "]").attr("href");
    }

    /** Moves the exercise's clock. */
    void advance(Duration by) {
        officer().send(officer().open("/exercise"), "#move-clock", Map.of("advance", by.toString()));
    }

    static Instant now() {
        return WallTime.clock().instant();
    }

    static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted.");
        }
    }
}
