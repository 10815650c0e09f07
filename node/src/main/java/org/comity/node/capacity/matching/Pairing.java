package org.comity.node.capacity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A need and a help that somebody brought together, and what became of it.
 *
 * @param kind of the help, such as {@code offer}
 * @param score as it was when it was proposed
 * @param overlaps titles of the projects that ran then, of which those who decided were told
 */
public record Pairing(
        String id,
        String need,
        String kind,
        String help,
        String title,
        String provider,
        int score,
        List<String> overlaps,
        State state,
        List<Step> steps) {

    public Pairing {
        overlaps = List.copyOf(overlaps);
        steps = List.copyOf(steps);
    }

    /** @param said reason of a refusal, or the report */
    public record Step(String act, String by, String at, String said) {}

    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        DELIVERED,
        EVALUATED;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be done with it. */
    public enum Act {
        ACCEPT(State.PROPOSED, State.ACCEPTED, false),
        DECLINE(State.PROPOSED, State.DECLINED, true),
        CALL_OFF(State.ACCEPTED, State.DECLINED, true),
        REPORT(State.ACCEPTED, State.DELIVERED, true),
        /** Half a year later: whether what was learnt is used. */
        EVALUATE(State.DELIVERED, State.EVALUATED, true);

        private final State from;
        private final State to;
        private final boolean saysWhy;

        Act(State from, State to, boolean saysWhy) {
            this.from = from;
            this.to = to;
            this.saysWhy = saysWhy;
        }

        /** Without words it is not taken. */
        public boolean saysWhy() {
            return saysWhy;
        }

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Act> of(String token) {
            return List.of(values()).stream()
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }

    public List<Act> open() {
        return List.of(Act.values()).stream().filter(act -> act.from == state).toList();
    }

    /** Empty where that can't be done now. */
    public Optional<Pairing> after(Act act, Step step) {
        if (act.from != state) {
            return Optional.empty();
        }
        var all = new ArrayList<>(steps);
        all.add(step);
        return Optional.of(new Pairing(id, need, kind, help, title, provider, score, overlaps, act.to, all));
    }
}
