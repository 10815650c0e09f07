package org.comity.node.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells each step with its time and what it proved, and sums up for a machine. */
final class Telling {

    /** One step of the story; what it returns was proved. */
    interface Act {
        List<String> live();
    }

    private record Step(String step, boolean held, double seconds, List<String> proved) {}

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final List<Step> steps = new ArrayList<>();

    Telling(PrintStream out) {
        this.out = out;
    }

    void step(String name, Act act) {
        long from = System.nanoTime();
        try {
            List<String> proved = act.live();
            Step step = new Step(name, true, seconds(from), proved);
            steps.add(step);
            say("✓", step);
        } catch (RuntimeException broken) {
            Step step = new Step(name, false, seconds(from), List.of(String.valueOf(broken.getMessage())));
            steps.add(step);
            say("✗", step);
            throw broken;
        }
    }

    /** How far a long step is. */
    void meanwhile(String progress) {
        out.printf("%24s%s%n", "", progress);
        out.flush();
    }

    private void say(String mark, Step step) {
        out.printf(
                "%s %-12s %5.1f s  %s%n",
                mark, step.step(), step.seconds(), step.proved().getFirst());
        step.proved().stream().skip(1).forEach(fact -> out.printf("%24s%s%n", "", fact));
        out.flush();
    }

    /** One line of JSON: whether all held, how long it took, each step. */
    String summary(boolean held, Map<String, Object> facts) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("ok", held);
        summary.put("seconds", seconds(began));
        summary.putAll(facts);
        summary.put("steps", steps);
        return JsonMapper.shared().writeValueAsString(summary);
    }

    private static double seconds(long from) {
        return Math.round(Duration.ofNanos(System.nanoTime() - from).toMillis() / 100.0) / 10.0;
    }
}
