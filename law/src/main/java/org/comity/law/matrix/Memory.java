package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.comity.law.Offence;
import org.comity.law.RouteFacts;
import org.comity.law.RouteFacts.Traits;
import org.comity.law.matrix.Kind.Place;
import org.comity.law.matrix.Kind.Track;
import org.comity.law.matrix.Verdicts.Classes;

/**
 * The classes of facts met so far and what the planner said of them. Traits are values and carry no date and no State, so
 * the memory serves every day and every change of the same data set. Owned by whoever holds the lock of the matrices that
 * share it.
 */
final class Memory {

    /** For routes that do not ask what the conduct is. */
    private static final Conducts NO_CONDUCT = new Conducts();

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
        private Verdicts verdicts(Assistance assistance, boolean inForce, Supplier<Traits> traits) {
            return byAssistance
                    .computeIfAbsent(inForce, _ -> new HashMap<>())
                    .computeIfAbsent(assistance, _ -> verdicts.computeIfAbsent(traits.get(), _ -> new Verdicts()));
        }
    }

    private record Where(int route, Optional<Offence> conduct) {}

    private final OfRoute[] routes;
    private final Classes penalties = new Classes();
    private final Map<Offence, Conducts> conducts = new HashMap<>();
    private final Map<Where, Place> numbered = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<List<Track>, Kind> kinds = new HashMap<>();
    private final Map<BitSet, Map<Assistance, Kind>> byWhatIsInForce = new HashMap<>();

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

    /** The kinds that have turned up while the same instruments were in force; to be filled by {@link #kind}. */
    Map<Assistance, Kind> kinds(RouteFacts facts) {
        BitSet inForce = new BitSet();
        for (int route = 0; route < routes.length; route++) {
            inForce.set(route, facts.inForce(route));
        }
        return byWhatIsInForce.computeIfAbsent(inForce, _ -> new HashMap<>());
    }

    Kind kind(RouteFacts facts, Assistance assistance) {
        List<Track> tracks = new ArrayList<>();
        for (int route = 0; route < routes.length; route++) {
            if (facts.serves(route, assistance.measure(), assistance.data())) {
                tracks.add(track(facts, route, assistance));
            }
        }
        return kinds.computeIfAbsent(List.copyOf(tracks), known -> new Kind(known, assistance));
    }

    private Track track(RouteFacts facts, int route, Assistance assistance) {
        Offence conduct = facts.conduct(assistance.offence());
        Verdicts verdicts = routes[route].verdicts(
                assistance,
                facts.inForce(route),
                () -> facts.asked(route, assistance.measure(), assistance.data(), conduct));
        boolean asksForLaw =
                facts.asksConduct(route) || facts.asksPenaltyOfRequesting(route) || facts.asksPenaltyOfRequested(route);
        return asksForLaw
                ? new Track(place(route, Optional.of(conduct)), verdicts, conducts(conduct))
                : new Track(place(route, Optional.empty()), verdicts, NO_CONDUCT);
    }

    private Place place(int route, Optional<Offence> conduct) {
        return numbered.computeIfAbsent(new Where(route, conduct), _ -> {
            Place place = new Place(places.size(), route, conduct);
            places.add(place);
            return place;
        });
    }

    /** All that have turned up, by their numbers. */
    List<Place> places() {
        return places;
    }
}
