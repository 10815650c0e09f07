package org.comity.law.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Offence;
import org.comity.law.RouteFacts;
import org.comity.law.RouteFacts.Traits;
import org.comity.law.StateCode;
import org.jspecify.annotations.Nullable;

/** Puts every State into a class for every route: States of one class have the same standing towards everyone. */
final class Classification {

    private final RouteFacts facts;
    private final Memory memory;
    private final List<StateCode> states;
    /** By route and State. */
    private final int[][] ties;

    private final OfOffence withoutOffence;
    private final Map<Offence, OfOffence> offences = new HashMap<>();

    /** The law of every State on one offence, where one is asked for, and the classes by route as far as they were needed. */
    private record OfOffence(Optional<Law> law, @Nullable Sides[] sides) {}

    /** What every State's law says, and what it makes of the conduct and how it punishes it. */
    private record Law(Traits[] traits, int[] conduct, int[] penalty) {

        /** Copied only when something differs. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        Law copy() {
            return new Law(traits.clone(), conduct.clone(), penalty.clone());
        }
    }

    private Classification(
            RouteFacts facts, Memory memory, List<StateCode> states, int[][] ties, OfOffence withoutOffence) {
        this.facts = facts;
        this.memory = memory;
        this.states = states;
        this.ties = ties;
        this.withoutOffence = withoutOffence;
    }

    static Classification of(RouteFacts facts, List<StateCode> states) {
        Memory memory = new Memory(facts);
        int[][] ties = new int[facts.routes()][states.size()];
        for (int route = 0; route < ties.length; route++) {
            for (int state = 0; state < states.size(); state++) {
                ties[route][state] = memory.route(route).tie(facts.tie(route, states.get(state)));
            }
        }
        return new Classification(
                facts, memory, states, ties, new OfOffence(Optional.empty(), new Sides[facts.routes()]));
    }

    /** The classes by other facts, which differ for these States only; what stays the same is the same object. */
    Classification after(RouteFacts other, int[] changed) {
        int[][] tiesThen = tiesAfter(other, changed);
        int[] changedInLaw = Arrays.stream(changed)
                .filter(state -> other.mayDifferInLaw(facts, states.get(state)))
                .toArray();
        Classification then = new Classification(
                other,
                memory,
                states,
                tiesThen,
                new OfOffence(Optional.empty(), withoutOffence.sides().clone()));
        then.reclassify(then.withoutOffence, ties, changed, false);
        offences.forEach((offence, before) -> {
            Optional<Law> law = before.law().map(known -> then.lawAfter(offence, known, changedInLaw));
            OfOffence after = new OfOffence(law, before.sides().clone());
            then.reclassify(after, ties, changed, !law.equals(before.law()));
            then.offences.put(offence, after);
        });
        return then;
    }

    private int[][] tiesAfter(RouteFacts other, int[] changed) {
        int[][] then = ties.clone();
        for (int route = 0; route < ties.length; route++) {
            for (int state : changed) {
                int tie = memory.route(route).tie(other.tie(route, states.get(state)));
                if (tie != ties[route][state]) {
                    then[route] = then[route] == ties[route] ? ties[route].clone() : then[route];
                    then[route][state] = tie;
                }
            }
        }
        return then;
    }

    private Law lawAfter(Offence offence, Law before, int[] changed) {
        Law after = before;
        for (int state : changed) {
            Traits traits = facts.inLaw(states.get(state), offence);
            if (!traits.equals(before.traits()[state])) {
                after = after == before ? before.copy() : after;
                set(after, offence, state, traits);
            }
        }
        return after;
    }

    private void reclassify(OfOffence offence, int[][] tiesBefore, int[] changed, boolean otherLaw) {
        for (int route = 0; route < ties.length; route++) {
            Sides before = offence.sides()[route];
            if (before != null && (otherLaw || ties[route] != tiesBefore[route])) {
                Sides after = before.copy();
                for (int state : changed) {
                    classify(after, route, state, offence.law());
                }
                offence.sides()[route] = after.orSame(before);
            }
        }
    }

    /** Whether every State stands as it did there, under every route. */
    boolean isLike(Classification before) {
        for (int route = 0; route < ties.length; route++) {
            if (ties[route] != before.ties[route] || facts.inForce(route) != before.facts.inForce(route)) {
                return false;
            }
        }
        return offences.entrySet().stream().allMatch(offence -> {
            OfOffence then = before.offences.get(offence.getKey());
            return then != null && then.law().equals(offence.getValue().law());
        });
    }

    RouteFacts facts() {
        return facts;
    }

    /** One route for the assistance that is asked. */
    Cell.Lane lane(int route, Assistance assistance) {
        Offence conduct = facts.conduct(assistance.offence());
        Verdicts verdicts = memory.route(route)
                .verdicts(
                        assistance,
                        facts.inForce(route),
                        () -> facts.asked(route, assistance.measure(), assistance.data(), conduct));
        if (!facts.asksConduct(route)
                && !facts.asksPenaltyOfRequesting(route)
                && !facts.asksPenaltyOfRequested(route)) {
            return new Cell.Lane(route, Optional.empty(), verdicts, sides(route, withoutOffence), Memory.NO_CONDUCT);
        }
        OfOffence offence =
                offences.computeIfAbsent(conduct, o -> new OfOffence(Optional.of(law(o)), new Sides[ties.length]));
        return new Cell.Lane(route, Optional.of(conduct), verdicts, sides(route, offence), memory.conducts(conduct));
    }

    /** Where a State stands otherwise than it did; only what was worked out before is looked at. */
    Map<Kinds.Place, Stance> otherThan(Classification before, int state) {
        Map<Kinds.Place, Stance> stances = new HashMap<>();
        otherThan(before.withoutOffence, withoutOffence, state, Optional.empty(), stances);
        offences.forEach((conduct, now) -> {
            OfOffence then = before.offences.get(conduct);
            if (then != null) {
                otherThan(then, now, state, Optional.of(conduct), stances);
            }
        });
        return stances;
    }

    private static void otherThan(
            OfOffence before, OfOffence now, int state, Optional<Offence> conduct, Map<Kinds.Place, Stance> stances) {
        for (int route = 0; route < now.sides().length; route++) {
            Sides sides = now.sides()[route];
            if (sides != null && sides != before.sides()[route]) {
                stances.put(new Kinds.Place(route, conduct), sides.stance(state));
            }
        }
    }

    private Sides sides(int route, OfOffence offence) {
        Sides sides = offence.sides()[route];
        if (sides == null) {
            sides = Sides.of(states.size());
            for (int state = 0; state < states.size(); state++) {
                classify(sides, route, state, offence.law());
            }
            offence.sides()[route] = sides;
        }
        return sides;
    }

    private Law law(Offence offence) {
        int n = states.size();
        Law law = new Law(new Traits[n], new int[n], new int[n]);
        for (int state = 0; state < n; state++) {
            set(law, offence, state, facts.inLaw(states.get(state), offence));
        }
        return law;
    }

    private void set(Law law, Offence offence, int state, Traits traits) {
        law.traits()[state] = traits;
        law.conduct()[state] = memory.conducts(offence).number(facts.conduct(traits));
        law.penalty()[state] = memory.penalty(facts.penalties(traits));
    }

    private void classify(Sides sides, int route, int state, Optional<Law> law) {
        Memory.OfRoute known = memory.route(route);
        int tie = ties[route][state];
        int penalty = law.map(l -> l.penalty()[state]).orElse(0);
        int conduct = law.map(l -> l.conduct()[state]).orElse(Conducts.NONE);
        sides.asking()[state] = known.side(tie, facts.asksPenaltyOfRequesting(route) ? penalty : 0);
        sides.asked()[state] = known.side(tie, facts.asksPenaltyOfRequested(route) ? penalty : 0);
        sides.conduct()[state] = facts.asksConduct(route) && !known.closes(tie) ? conduct : Conducts.NONE;
    }
}
