package org.comity.law.matrix;

import java.util.List;
import java.util.Map;
import org.comity.law.LawChange;
import org.comity.law.RouteFacts;
import org.comity.law.RouteQuery;
import org.comity.law.StateCode;
import org.comity.law.matrix.Kind.Place;

/**
 * What a change of the law of one State makes of that State, in whatever world it happens: its classes depend on its own
 * facts only.
 */
final class Effect {

    private final int place;
    private final List<LawChange> changes;
    private final Map<Place, Stance> stances;
    private final Kinds kinds;
    private final List<Kind> touched;
    private final int reach;

    private Effect(int place, List<LawChange> changes, Map<Place, Stance> stances, Kinds kinds) {
        this.place = place;
        this.changes = changes;
        this.stances = stances;
        this.kinds = kinds;
        touched = kinds.under(stances.keySet());
        reach = 2 * touched.stream().mapToInt(kinds::times).sum();
    }

    static Effect of(StateCode state, List<LawChange> changes, CooperationMatrix world, Kinds kinds) {
        int place = world.place(state);
        return world.alone(() -> {
            RouteFacts facts = world.classes().facts().under(world.law().with(changes), world.day());
            return new Effect(place, changes, world.classes().otherwise(facts, place, kinds.places()), kinds);
        });
    }

    /**
     * What it would open in this world, by turn.
     *
     * @param known what was measured in this world before; States that stand alike, and would, turn as many pairs
     */
    int[] measure(CooperationMatrix world, Map<Alike, int[]> known) {
        return world.alone(() -> sum((kind, turns) -> {
            Cell cell = world.cell(kind);
            Stance[] then = stances(cell);
            int[] measured = known.computeIfAbsent(
                    Alike.of(cell, place, then), _ -> cell.measure(place, then, asking(world, kind)));
            add(turns, measured, kinds.times(kind));
        }));
    }

    /** A State that stands so in a cell and would stand so, whichever it is. */
    record Alike(Cell cell, int asking, int asked, List<Stance> then) {

        static Alike of(Cell cell, int state, Stance[] then) {
            return new Alike(cell, cell.groupAsking(state), cell.groupAsked(state), List.of(then));
        }

        /** By hand, since very many are looked up. */
        @Override
        public int hashCode() {
            int hash = cell.hashCode() + 31 * asking + asked;
            for (Stance stance : then) {
                hash = 31 * (31 * (31 * hash + stance.asking()) + stance.asked()) + stance.conduct();
            }
            return hash;
        }
    }

    /** What it would open between its State and this one, by turn. */
    int[] measure(CooperationMatrix world, StateCode other) {
        int otherPlace = world.place(other);
        return world.alone(() -> sum((kind, turns) -> {
            Cell cell = world.cell(kind);
            add(turns, cell.measure(place, otherPlace, stances(cell), asking(world, kind)), kinds.times(kind));
        }));
    }

    /** How many ways there are between its State and one other that it could turn at all. */
    int reach() {
        return reach;
    }

    private interface OfKind {
        void add(Kind kind, int[] turns);
    }

    private int[] sum(OfKind part) {
        int[] turns = new int[Turn.values().length];
        touched.forEach(kind -> part.add(kind, turns));
        return turns;
    }

    private static void add(int[] to, int[] turns, int times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * turns[i];
        }
    }

    /** How the State would stand under each route of the cell. */
    private Stance[] stances(Cell cell) {
        Stance[] then = new Stance[cell.lanes().size()];
        for (int i = 0; i < then.length; i++) {
            Cell.Lane lane = cell.lanes().get(i);
            Stance stance = stances.get(lane.track().place());
            then[i] = stance == null ? lane.sides().stance(place) : stance;
        }
        return then;
    }

    /** Asks the planner in the world in which the change holds. */
    private Cell.Planner asking(CooperationMatrix world, Kind kind) {
        return (route, from, to) -> Verdicts.code(world.classes()
                .facts()
                .under(world.law().with(changes), world.day())
                .standing(
                        route,
                        new RouteQuery(
                                world.states().get(from),
                                world.states().get(to),
                                world.day(),
                                kind.example().measure(),
                                kind.example().data(),
                                kind.example().offence())));
    }
}
