package org.comity.law.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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
 * <p>Every number is exact. A step of one State changes only pairs with that State, so only those are measured. When a step
 * has been taken, what the steps of other States would open changes only between them and the State that took it: each of
 * those ways counts at most one more instead of one less. So a candidate need not be measured again while the number that
 * it had, and two for each such way, is less than that of another; and when it must be, only those ways are.
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

    /**
     * A candidate and what it would open in the world after so many steps.
     *
     * @param alone the same in the world before all steps, if it was a candidate there
     */
    private record Measured(Candidate candidate, Effect effect, Optional<Tally> alone, int[] turns, int steps) {

        int net() {
            return turns[Turn.OPENED.ordinal()] - turns[Turn.WEAKENED.ordinal()] - turns[Turn.LOST.ordinal()];
        }

        /** No more than this can be its number after this many steps of others. */
        int atMost(int stepsNow) {
            return net() + (stepsNow - steps) * 2 * effect.reach();
        }

        Measured now(int[] turnsNow, int stepsNow) {
            return new Measured(candidate, effect, alone, turnsNow, stepsNow);
        }
    }

    private List<Step> next(List<Candidate> candidates, int steps) {
        Set<Candidate.Kind> wanted = new LinkedHashSet<>();
        List<Measured> measured = new ArrayList<>();
        Map<Effect.Alike, int[]> known = new HashMap<>();
        for (Candidate candidate : candidates) {
            wanted.add(candidate.kind());
            Effect effect = Effect.of(candidate.state(), candidate.changes(), world, kinds);
            int[] turns = effect.measure(world, known);
            measured.add(new Measured(candidate, effect, Optional.of(Tally.of(turns)), turns, 0));
        }
        known.clear();
        while (taken.size() < steps) {
            PriorityQueue<Measured> queue = new PriorityQueue<>(bestFirst(taken.size()));
            queue.addAll(measured);
            Optional<Measured> best = best(queue);
            if (best.isEmpty()) {
                break;
            }
            StateCode state = best.get().candidate().state();
            take(best.get());
            measured = new ArrayList<>(queue);
            measured.removeIf(m -> m.candidate().state().equals(state));
            Map<Effect.Alike, int[]> none = new HashMap<>();
            for (Candidate candidate : Candidate.of(world, scope, state)) {
                if (wanted.contains(candidate.kind())) {
                    Effect effect = Effect.of(state, candidate.changes(), world, kinds);
                    int[] turns = effect.measure(world, none);
                    measured.add(new Measured(candidate, effect, Optional.empty(), turns, taken.size()));
                }
            }
        }
        return taken;
    }

    /** First who may open most; of those who may open as much, who has yet to be measured again. */
    private static Comparator<Measured> bestFirst(int steps) {
        return Comparator.comparingInt((Measured m) -> m.atMost(steps))
                .thenComparingInt(m -> steps - m.steps())
                .thenComparingInt(m -> m.turns()[Turn.CONDITIONAL.ordinal()])
                .reversed()
                .thenComparing(m -> m.candidate().state())
                .thenComparing(m -> m.candidate().kind())
                .thenComparing(m -> m.candidate().what());
    }

    /** Measures again until the first in the queue is known exactly, which is then the best of all; none opens nothing. */
    private Optional<Measured> best(PriorityQueue<Measured> queue) {
        while (!queue.isEmpty() && queue.peek().atMost(taken.size()) > 0) {
            Measured first = queue.poll();
            if (first.steps() == taken.size()) {
                return Optional.of(first);
            }
            queue.add(first.now(measuredAgain(first), taken.size()));
        }
        return Optional.empty();
    }

    private int[] measuredAgain(Measured stale) {
        int steps = taken.size() - stale.steps();
        if (steps > last.size()) {
            return stale.effect().measure(world, new HashMap<>());
        }
        int[] turns = stale.turns().clone();
        last.stream().limit(steps).forEach(step -> {
            int[] is = stale.effect().measure(step.after(), step.state());
            int[] was = stale.effect().measure(step.before(), step.state());
            for (int i = 0; i < turns.length; i++) {
                turns[i] += is[i] - was[i];
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
                Tally.of(best.turns()),
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
