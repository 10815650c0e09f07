package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.law.Offence;

/** The kinds of assistance in a scope, those together that stand alike for every pair, and under which routes. */
final class Kinds {

    /** Under which route, and for which conduct if the route asks for it, a State has a class. */
    record Place(int route, Optional<Offence> conduct) {

        static Place of(Cell.Lane lane) {
            return new Place(lane.route(), lane.conduct());
        }
    }

    /**
     * @param times how many kinds of assistance share the cell
     * @param example one of them
     */
    record Kind(Cell cell, int times, Assistance example) {}

    private final Map<Place, List<Kind>> byPlace = new HashMap<>();

    private Kinds(Collection<Kind> kinds) {
        for (Kind kind : kinds) {
            for (Cell.Lane lane : kind.cell().lanes()) {
                byPlace.computeIfAbsent(Place.of(lane), _ -> new ArrayList<>()).add(kind);
            }
        }
    }

    static Kinds of(CooperationMatrix world, Scope scope) {
        Map<Cell, Kind> kinds = new LinkedHashMap<>();
        for (Assistance assistance : scope.assistances()) {
            Cell cell = world.cell(assistance);
            Kind known = kinds.getOrDefault(cell, new Kind(cell, 0, assistance));
            kinds.put(cell, new Kind(cell, known.times() + 1, known.example()));
        }
        return new Kinds(kinds.values());
    }

    /** Those to which one of these places matters. */
    Set<Kind> under(Collection<Place> places) {
        Set<Kind> kinds = new LinkedHashSet<>();
        places.forEach(place -> kinds.addAll(byPlace.getOrDefault(place, List.of())));
        return kinds;
    }
}
