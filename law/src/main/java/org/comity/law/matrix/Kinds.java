package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.Offence;
import org.comity.law.matrix.Kind.Place;

/** The kinds of assistance in a scope: those together that stand alike for every pair, and under which routes. */
final class Kinds {

    private final Map<Kind, Integer> times;
    private final Map<Place, List<Kind>> byPlace = new HashMap<>();
    private final Map<Integer, Set<Place>> byRoute = new HashMap<>();
    private final Map<Offence, Set<Place>> byConduct = new HashMap<>();

    private Kinds(Map<Kind, Integer> times) {
        this.times = times;
        for (Kind kind : times.keySet()) {
            for (Kind.Track track : kind.tracks()) {
                Place place = track.place();
                byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(kind);
                byRoute.computeIfAbsent(place.route(), _ -> new LinkedHashSet<>())
                        .add(place);
                place.conduct()
                        .ifPresent(conduct -> byConduct
                                .computeIfAbsent(conduct, _ -> new LinkedHashSet<>())
                                .add(place));
            }
        }
    }

    static Kinds of(CooperationMatrix world, Scope scope) {
        Map<Kind, Integer> times = new LinkedHashMap<>();
        for (Assistance assistance : scope.assistances()) {
            times.merge(world.kind(assistance), 1, Integer::sum);
        }
        return new Kinds(times);
    }

    /** Where the class of a State under this route matters. */
    Set<Place> on(int route) {
        return byRoute.getOrDefault(route, Set.of());
    }

    /** Where the law of a State on a conduct matters. */
    Map<Offence, Set<Place>> byConduct() {
        return byConduct;
    }

    /** Those to which one of these places matters. */
    List<Kind> under(Collection<Place> places) {
        Set<Kind> kinds = new LinkedHashSet<>();
        places.forEach(place -> kinds.addAll(byPlace.getOrDefault(place, List.of())));
        return List.copyOf(kinds);
    }

    /** How many kinds of assistance of the scope are this one. */
    int times(Kind kind) {
        return times.getOrDefault(kind, 0);
    }
}
