package org.comity.law.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.law.Offence;
import org.comity.law.RouteFacts;
import org.comity.law.RouteFacts.Traits;
import org.comity.law.StateCode;
import org.comity.law.matrix.Kind.Place;
import org.jspecify.annotations.Nullable;

/** Puts every State into a class for every route: States of one class have the same standing towards everyone. */
final class Classification {

    private final RouteFacts facts;
    private final Memory memory;
    private final Map<Assistance, Kind> kinds;
    private final List<StateCode> states;
    /** By route and State. */
    private final int[][] ties;

    private final Map<Offence, Law> laws = new HashMap<>();
    /** By the number of the place, as far as they were needed. */
    private @Nullable Sides[] sides;

    /** What every State's law makes of one conduct and how it punishes it, and on what that rests. */
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
            RouteFacts facts, Memory memory, List<StateCode> states, int[][] ties, @Nullable Sides[] sides) {
        this.facts = facts;
        this.memory = memory;
        this.kinds = memory.kinds(facts);
        this.states = states;
        this.ties = ties;
        this.sides = sides;
    }

    static Classification of(RouteFacts facts, List<StateCode> states) {
        Memory memory = new Memory(facts);
        int[][] ties = new int[facts.routes()][states.size()];
        for (int route = 0; route < ties.length; route++) {
            for (int state = 0; state < states.size(); state++) {
                ties[route][state] = memory.route(route).tie(facts.tie(route, states.get(state)));
            }
        }
        return new Classification(facts, memory, states, ties, new Sides[0]);
    }

    /** The classes by other facts, which differ for these States only; what stays the same is the same object. */
    Classification after(RouteFacts other, int[] changed) {
        Classification then = new Classification(other, memory, states, tiesAfter(other, changed), sides.clone());
        int[] changedInLaw = Arrays.stream(changed)
                .filter(state -> other.mayDifferInLaw(facts, states.get(state)))
                .toArray();
        laws.forEach((offence, before) -> then.laws.put(offence, then.lawAfter(offence, before, changedInLaw)));
        for (int number = 0; number < sides.length; number++) {
            Sides before = sides[number];
            if (before != null && then.differs(this, memory.places().get(number))) {
                then.sides[number] = then.reclassified(memory.places().get(number), before, changed);
            }
        }
        return then;
    }

    private int[][] tiesAfter(RouteFacts other, int[] changed) {
        int[][] then = ties.clone();
        for (int route = 0; route < ties.length; route++) {
            for (int state : changed) {
                int tie = tieAfter(other, route, state);
                if (tie != ties[route][state]) {
                    then[route] = then[route] == ties[route] ? ties[route].clone() : then[route];
                    then[route][state] = tie;
                }
            }
        }
        return then;
    }

    private int tieAfter(RouteFacts other, int route, int state) {
        return memory.route(route).tie(other.tie(route, states.get(state)));
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

    private boolean differs(Classification before, Place place) {
        return ties[place.route()] != before.ties[place.route()]
                || place.conduct().map(laws::get).orElse(null)
                        != place.conduct().map(before.laws::get).orElse(null);
    }

    private Sides reclassified(Place place, Sides before, int[] changed) {
        Sides after = before.copy();
        for (int state : changed) {
            after.put(state, stance(place, state));
        }
        return after.orSame(before);
    }

    /** Whether every State stands as it did there, under every route. */
    boolean isLike(Classification before) {
        for (int route = 0; route < ties.length; route++) {
            if (ties[route] != before.ties[route]) {
                return false;
            }
        }
        return kinds == before.kinds && laws.equals(before.laws);
    }

    RouteFacts facts() {
        return facts;
    }

    Kind kind(Assistance assistance) {
        Kind kind = kinds.get(assistance);
        if (kind == null) {
            kind = memory.kind(facts, assistance);
            kinds.put(assistance, kind);
        }
        return kind;
    }

    Sides sides(Place place) {
        if (place.number() >= sides.length) {
            sides = Arrays.copyOf(sides, memory.places().size());
        }
        Sides known = sides[place.number()];
        if (known == null) {
            known = Sides.of(states.size());
            for (int state = 0; state < states.size(); state++) {
                known.put(state, stance(place, state));
            }
            sides[place.number()] = known;
        }
        return known;
    }

    /**
     * How one State would stand by other facts of its own, which is all that {@code other} differs in; only where it stands
     * otherwise.
     */
    Map<Place, Stance> otherwise(RouteFacts other, int state, Kinds kinds) {
        StateCode code = states.get(state);
        Map<Place, Stance> stances = new HashMap<>();
        int[] tiesThen = new int[ties.length];
        boolean tied = other.mayDifferInTies(facts, code);
        Set<Place> touched = new LinkedHashSet<>();
        for (int route = 0; route < ties.length; route++) {
            tiesThen[route] = tied ? tieAfter(other, route, state) : ties[route][state];
            if (tiesThen[route] != ties[route][state]) {
                touched.addAll(kinds.on(route));
            }
        }
        Map<Offence, Traits> lawsThen = new HashMap<>();
        Predicate<Offence> differing = other.mayDifferOn(facts, code);
        kinds.byConduct().forEach((conduct, places) -> {
            if (differing.test(conduct)) {
                lawsThen.put(conduct, other.inLaw(code, conduct));
                touched.addAll(places);
            }
        });
        for (Place place : touched) {
            Optional<Traits> law = place.conduct().map(lawsThen::get);
            Stance then = stance(
                    place,
                    tiesThen[place.route()],
                    law.map(this::penalty).orElseGet(() -> penalty(place, state)),
                    law.map(traits -> conduct(place.conduct().orElseThrow(), traits))
                            .orElseGet(() -> conduct(place, state)));
            if (!then.equals(sides(place).stance(state))) {
                stances.put(place, then);
            }
        }
        return stances;
    }

    private Stance stance(Place place, int state) {
        return stance(place, ties[place.route()][state], penalty(place, state), conduct(place, state));
    }

    private Stance stance(Place place, int tie, int penalty, int conduct) {
        int route = place.route();
        Memory.OfRoute known = memory.route(route);
        return new Stance(
                known.side(tie, facts.asksPenaltyOfRequesting(route) ? penalty : 0),
                known.side(tie, facts.asksPenaltyOfRequested(route) ? penalty : 0),
                facts.asksConduct(route) && !known.closes(tie) ? conduct : Conducts.NONE);
    }

    private int penalty(Place place, int state) {
        return place.conduct().map(offence -> law(offence).penalty()[state]).orElse(0);
    }

    private int conduct(Place place, int state) {
        return place.conduct().map(offence -> law(offence).conduct()[state]).orElse(Conducts.NONE);
    }

    private int penalty(Traits inLaw) {
        return memory.penalty(facts.penalties(inLaw));
    }

    private int conduct(Offence offence, Traits inLaw) {
        return memory.conducts(offence).number(facts.conduct(inLaw));
    }

    private Law law(Offence offence) {
        Law known = laws.get(offence);
        if (known == null) {
            int n = states.size();
            known = new Law(new Traits[n], new int[n], new int[n]);
            for (int state = 0; state < n; state++) {
                set(known, offence, state, facts.inLaw(states.get(state), offence));
            }
            laws.put(offence, known);
        }
        return known;
    }

    private void set(Law law, Offence offence, int state, Traits traits) {
        law.traits()[state] = traits;
        law.conduct()[state] = conduct(offence, traits);
        law.penalty()[state] = penalty(traits);
    }
}
