package org.comity.law.matrix;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.comity.law.Offence;
import org.comity.law.RouteFacts;
import org.comity.law.RouteFacts.Traits;
import org.comity.law.matrix.Verdicts.Classes;

/**
 * The classes of facts met so far and what the planner said of them. Traits are values and carry no date and no State, so
 * the memory serves every day and every change of the same data set.
 */
final class Memory {

    /** For routes that do not ask what the conduct is. */
    static final Conducts NO_CONDUCT = new Conducts();

    /** What is remembered of one route. */
    static final class OfRoute {

        private final Classes ties = new Classes();
        private final BitSet closing = new BitSet();
        private final Classes sides = new Classes();
        private final Map<Traits, Verdicts> verdicts = new HashMap<>();
        private final Map<Boolean, Map<Assistance, Verdicts>> byAssistance = new HashMap<>();

        int tie(Traits traits) {
            int tie = ties.of(traits);
            closing.set(tie, traits.close());
            return tie;
        }

        boolean closes(int tie) {
            return closing.get(tie);
        }

        /** @param penalty 0 where the penalty does not matter */
        int side(int tie, int penalty) {
            return sides.of(tie, closes(tie) ? 0 : penalty);
        }

        /** @param traits what the route makes of the assistance; told once, since a data set has its rules for good */
        Verdicts verdicts(Assistance assistance, boolean inForce, Supplier<Traits> traits) {
            return byAssistance
                    .computeIfAbsent(inForce, _ -> new HashMap<>())
                    .computeIfAbsent(assistance, _ -> verdicts.computeIfAbsent(traits.get(), _ -> new Verdicts()));
        }
    }

    private final OfRoute[] routes;
    private final Classes penalties = new Classes();
    private final Map<Offence, Conducts> conducts = new HashMap<>();

    Memory(RouteFacts facts) {
        IntFunction<OfRoute> empty = _ -> new OfRoute();
        routes = IntStream.range(0, facts.routes()).mapToObj(empty).toArray(OfRoute[]::new);
    }

    OfRoute route(int route) {
        return routes[route];
    }

    /** From 1. */
    int penalty(Traits traits) {
        return 1 + penalties.of(traits);
    }

    Conducts conducts(Offence offence) {
        return conducts.computeIfAbsent(offence, _ -> new Conducts());
    }
}
