package org.comity.law.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.comity.law.StateCode;

/**
 * The steps that would open most ways, each chosen in the world that the steps before it have made.
 *
 * <p>Every number is exact. A step of one State changes only pairs with that State, so only those are measured, and at most
 * all ways of the kinds that it touches are opened. When a step has been taken, what the steps of other States would open
 * changes only between them and the State that took it: each of those ways counts at most one more, or two if it was taken
 * before. So a candidate need not be measured while the most that it could open is less than what another one does; and when it must be
 * measured again, only those ways are.
 */
public final class Ranking {

    /**
     * One step of the ranking.
     *
     * @param alone what it would open by itself
     * @param added what it opens after the steps before it
     * @param together what all steps up to this one open
     */
    public record Step(Candidate candidate, Tally alone, Tally added, Tally together) {}

    /** So many worlds are kept, which costs some megabytes each, to measure only what a step has changed in them. */
    private static final int KEPT = 8;

    private final CooperationMatrix before;
    private final Scope scope;
    private final Kinds kinds;
    private final List<Step> taken = new ArrayList<>();
    private final Set<StateCode> states = new LinkedHashSet<>();
    private CooperationMatrix world;
    /** The last steps, the latest first. */
    private final Deque<Last> last = new ArrayDeque<>();

    /** The world before and after a step, and who took it. */
    private record Last(CooperationMatrix before, CooperationMatrix after, StateCode state) {}

    private Ranking(CooperationMatrix before, Scope scope) {
        this.before = before;
        this.scope = scope;
        world = before;
        kinds = Kinds.of(before, scope);
    }

    /**
     * The best next steps, greedily: each is the one that opens most after those before it, less what it takes. It ends when
     * nothing more opens.
     *
     * @param candidates such as {@link Candidate#all}
     * @param steps how many at most
     */
    public static List<Step> next(CooperationMatrix world, Scope scope, List<Candidate> candidates, int steps) {
        return new Ranking(world, scope).next(candidates, steps);
    }

    /** A candidate, and what is known of what it would open. */
    private record Measured(Candidate candidate, Effect effect, Optional<Tally> alone, Optional<Known> known) {

        /** No more than this can it open after this many steps, {@code others} being all States but its own. */
        int atMost(int steps, int others) {
            return known.map(k -> {
                        int touched = (steps - k.steps()) * effect.reach();
                        return k.net() + touched + Math.min(touched, k.taken());
                    })
                    .orElse(effect.reach() * others);
        }

        boolean isExact(int steps) {
            return known.filter(k -> k.steps() == steps).isPresent();
        }

        int conditional() {
            return known.map(k -> k.turns()[Turn.CONDITIONAL.ordinal()]).orElse(0);
        }
    }

    /** What a candidate would open in the world after so many steps, by turn. */
    private record Known(int[] turns, int steps) {

        int net() {
            return turns[Turn.OPENED.ordinal()] - taken();
        }

        int taken() {
            return turns[Turn.WEAKENED.ordinal()] + turns[Turn.LOST.ordinal()];
        }
    }

    private List<Step> next(List<Candidate> candidates, int steps) {
        Set<Candidate.Kind> wanted = EnumSet.noneOf(Candidate.Kind.class);
        List<Measured> rivals = new ArrayList<>();
        for (Candidate candidate : candidates) {
            wanted.add(candidate.kind());
            rivals.add(rival(candidate));
        }
        while (taken.size() < steps) {
            PriorityQueue<Measured> queue = new PriorityQueue<>(bestFirst());
            queue.addAll(rivals);
            Optional<Measured> best = best(queue);
            if (best.isEmpty()) {
                break;
            }
            StateCode state = best.get().candidate().state();
            take(best.get());
            rivals = new ArrayList<>(queue);
            rivals.removeIf(rival -> rival.candidate().state().equals(state));
            for (Candidate candidate : Candidate.of(world, scope, state)) {
                if (wanted.contains(candidate.kind())) {
                    rivals.add(rival(candidate));
                }
            }
        }
        return taken;
    }

    private Measured rival(Candidate candidate) {
        Effect effect = Effect.of(candidate.state(), candidate.changes(), world, kinds);
        return new Measured(candidate, effect, Optional.empty(), Optional.empty());
    }

    /** First who may open most; of those who may open as much, who has yet to be measured. */
    private Comparator<Measured> bestFirst() {
        int steps = taken.size();
        int others = world.states().size() - 1;
        return Comparator.comparingInt((Measured m) -> m.atMost(steps, others))
                .thenComparing(m -> !m.isExact(steps))
                .thenComparingInt(Measured::conditional)
                .reversed()
                .thenComparing(m -> m.candidate().state())
                .thenComparing(m -> m.candidate().kind())
                .thenComparing(m -> m.candidate().what());
    }

    /** Measures until the first in the queue is known exactly, which is then the best of all; none opens nothing. */
    private Optional<Measured> best(PriorityQueue<Measured> queue) {
        int steps = taken.size();
        Map<Effect.Alike, int[]> alike = new HashMap<>();
        while (!queue.isEmpty()) {
            Measured first = queue.poll();
            if (first.isExact(steps)) {
                return Optional.of(first).filter(m -> m.atMost(steps, 0) > 0);
            }
            int[] turns = turns(first, alike);
            Optional<Tally> alone = steps == 0 ? Optional.of(Tally.of(turns)) : first.alone();
            queue.add(new Measured(first.candidate(), first.effect(), alone, Optional.of(new Known(turns, steps))));
        }
        return Optional.empty();
    }

    private int[] turns(Measured rival, Map<Effect.Alike, int[]> alike) {
        Optional<Known> known = rival.known().filter(k -> taken.size() - k.steps() <= last.size());
        if (known.isEmpty()) {
            return rival.effect().measure(world, alike);
        }
        int[] turns = known.get().turns().clone();
        last.stream().limit(taken.size() - known.get().steps()).forEach(step -> {
            int[] more = rival.effect().more(step.before(), step.after(), step.state());
            for (int i = 0; i < turns.length; i++) {
                turns[i] += more[i];
            }
        });
        return turns;
    }

    private void take(Measured best) {
        Candidate candidate = best.candidate();
        CooperationMatrix then = world.with(candidate.changes());
        states.add(candidate.state());
        taken.add(new Step(
                candidate,
                best.alone().orElseGet(() -> alone(candidate)),
                Tally.of(best.known().orElseThrow().turns()),
                Difference.between(before, then, scope, places(states)).total()));
        last.addFirst(new Last(world, then, candidate.state()));
        if (last.size() > KEPT) {
            last.removeLast();
        }
        world = then;
    }

    private Tally alone(Candidate candidate) {
        return Difference.between(before, before.with(candidate.changes()), scope, places(Set.of(candidate.state())))
                .total();
    }

    private int[] places(Set<StateCode> states) {
        return states.stream().mapToInt(before::place).toArray();
    }
}
