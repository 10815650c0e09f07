package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.matrix.Kind.Place;

/** The kinds of assistance in a scope: those together that stand alike for every pair, and under which routes. */
final class Kinds {

    private final Map<Kind, Integer> times;
    private final Map<Place, List<Kind>> byPlace = new HashMap<>();

    private Kinds(Map<Kind, Integer> times) {
        this.times = times;
        for (Kind kind : times.keySet()) {
            for (Kind.Track track : kind.tracks()) {
                byPlace.computeIfAbsent(track.place(), _ -> new ArrayList<>()).add(kind);
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

    /** Where the class of a State matters. */
    Set<Place> places() {
        return byPlace.keySet();
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
