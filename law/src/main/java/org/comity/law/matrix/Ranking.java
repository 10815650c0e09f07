package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comity.law.StateCode;

/**
 * The steps that would open most ways, each chosen in the world that the steps before it have made.
 *
 * <p>Every number is exact. A step of one State changes only pairs with that State, so only those are measured. When a step
 * has been taken, what the steps of other States would open changes only between them and the State that took it, so only
 * those pairs are measured again, before and after.
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

    private static final Comparator<Measured> BEST = Comparator.comparingInt(Measured::net)
            .thenComparingInt(m -> m.now[Turn.CONDITIONAL.ordinal()])
            .reversed()
            .thenComparing(m -> m.candidate.state())
            .thenComparing(m -> m.candidate.what());

    private final CooperationMatrix before;
    private final Scope scope;

    private Ranking(CooperationMatrix before, Scope scope) {
        this.before = before;
        this.scope = scope;
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

    /** A candidate and what it would open in the world as it stands by now. */
    private record Measured(Candidate candidate, Effect effect, int[] now) {

        int net() {
            return now[Turn.OPENED.ordinal()] - now[Turn.WEAKENED.ordinal()] - now[Turn.LOST.ordinal()];
        }
    }

    private List<Step> next(List<Candidate> candidates, int steps) {
        CooperationMatrix world = before;
        Kinds kinds = Kinds.of(world, scope);
        List<Measured> measured = new ArrayList<>();
        for (Candidate candidate : candidates) {
            measured.add(measured(candidate, world, kinds));
        }
        Set<Candidate.Kind> wanted = new LinkedHashSet<>();
        candidates.forEach(candidate -> wanted.add(candidate.kind()));
        List<Step> taken = new ArrayList<>();
        Set<StateCode> states = new LinkedHashSet<>();
        while (taken.size() < steps) {
            Measured best = measured.stream().min(BEST).orElse(null);
            if (best == null || best.net() <= 0) {
                break;
            }
            StateCode state = best.candidate().state();
            states.add(state);
            CooperationMatrix then = world.with(best.candidate().changes());
            Kinds kindsThen = Kinds.of(then, scope);
            for (Measured other : measured) {
                if (!other.candidate().state().equals(state)) {
                    add(other.now(), other.effect().measure(then, kindsThen, state), 1);
                    add(other.now(), other.effect().measure(world, kinds, state), -1);
                }
            }
            measured.removeIf(m -> m.candidate().state().equals(state));
            for (Candidate candidate : Candidate.of(then, scope, state)) {
                if (wanted.contains(candidate.kind())) {
                    measured.add(measured(candidate, then, kindsThen));
                }
            }
            taken.add(new Step(
                    best.candidate(),
                    alone(best.candidate()),
                    Tally.of(best.now()),
                    Difference.between(before, then, scope, places(states)).total()));
            world = then;
            kinds = kindsThen;
        }
        return taken;
    }

    private static Measured measured(Candidate candidate, CooperationMatrix world, Kinds kinds) {
        Effect effect = Effect.of(candidate.state(), candidate.changes(), world);
        return new Measured(candidate, effect, effect.measure(world, kinds));
    }

    private Tally alone(Candidate candidate) {
        return Difference.between(before, before.with(candidate.changes()), scope, places(Set.of(candidate.state())))
                .total();
    }

    private int[] places(Set<StateCode> states) {
        return states.stream().mapToInt(before::place).toArray();
    }

    private static void add(int[] to, int[] turns, int sign) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * turns[i];
        }
    }
}
