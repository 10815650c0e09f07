package org.comity.law.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.comity.law.LawChange;
import org.comity.law.RouteFacts;
import org.comity.law.RouteQuery;
import org.comity.law.StateCode;
import org.comity.law.matrix.Kind.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the law of one State makes of that State, in whatever world it happens: its classes depend on its own
 * facts only.
 */
final class Effect {

    private final int place;
    private final List<LawChange> changes;
    private final Kinds kinds;
    private final List<Touched> touched;
    private final int reach;

    /** @param then the new classes of the State by track; null where it keeps its own */
    private record Touched(Kind kind, @Nullable Stance[] then) {

        static Touched of(Kind kind, Map<Place, Stance> stances) {
            @Nullable Stance[] then = new Stance[kind.tracks().size()];
            Arrays.setAll(then, i -> stances.get(kind.tracks().get(i).place()));
            return new Touched(kind, then);
        }

        /** How the State would stand under each route of the cell. */
        Stance[] in(Cell cell, int state) {
            Stance[] stances = new Stance[then.length];
            for (int i = 0; i < stances.length; i++) {
                Stance other = then[i];
                stances[i] = other == null ? cell.stance(i, state) : other;
            }
            return stances;
        }
    }

    private Effect(int place, List<LawChange> changes, Map<Place, Stance> stances, Kinds kinds) {
        this.place = place;
        this.changes = changes;
        this.kinds = kinds;
        touched = kinds.under(stances.keySet()).stream()
                .map(kind -> Touched.of(kind, stances))
                .toList();
        reach = 2 * touched.stream().mapToInt(t -> kinds.times(t.kind())).sum();
    }

    static Effect of(StateCode state, List<LawChange> changes, CooperationMatrix world, Kinds kinds) {
        int place = world.place(state);
        return world.alone(() -> {
            RouteFacts facts = world.classes().facts().under(world.law().with(changes), world.day());
            return new Effect(place, changes, world.classes().otherwise(facts, place, kinds), kinds);
        });
    }

    /**
     * What it would open in this world, by turn.
     *
     * @param known what was measured in this world before; States that stand alike, and would, turn as many pairs
     */
    int[] measure(CooperationMatrix world, Map<Alike, int[]> known) {
        return world.alone(() -> sum((one, turns) -> {
            Kind kind = one.kind();
            Cell cell = world.cell(kind);
            Stance[] then = one.in(cell, place);
            Alike alike = Alike.of(cell, place, then);
            int[] measured = known.get(alike);
            if (measured == null) {
                measured = cell.measure(place, then, asking(world, kind));
                known.put(alike, measured);
            }
            add(turns, measured, kinds.times(kind));
        }));
    }

    /** A State that stands so in a cell and would stand so, whichever it is. By hand, since very many are looked up. */
    static final class Alike {

        private final Cell cell;
        private final int[] stands;
        private final int hash;

        private Alike(Cell cell, int[] stands) {
            this.cell = cell;
            this.stands = stands;
            hash = 31 * System.identityHashCode(cell) + Arrays.hashCode(stands);
        }

        static Alike of(Cell cell, int state, Stance[] then) {
            int[] stands = new int[2 + 3 * then.length];
            stands[0] = cell.groupAsking(state);
            stands[1] = cell.groupAsked(state);
            for (int i = 0; i < then.length; i++) {
                stands[2 + 3 * i] = then[i].asking();
                stands[3 + 3 * i] = then[i].asked();
                stands[4 + 3 * i] = then[i].conduct();
            }
            return new Alike(cell, stands);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Alike alike && cell == alike.cell && Arrays.equals(stands, alike.stands);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** How much more it opens, by turn, after a step of another State, which changes only ways between the two. */
    int[] more(CooperationMatrix before, CooperationMatrix after, StateCode other) {
        int otherPlace = after.place(other);
        return after.alone(() -> sum((one, turns) -> {
            Kind kind = one.kind();
            Cell was = before.cell(kind);
            Cell is = after.cell(kind);
            if (was != is) {
                int times = kinds.times(kind);
                add(turns, is.measure(place, otherPlace, one.in(is, place), asking(after, kind)), times);
                add(turns, was.measure(place, otherPlace, one.in(was, place), asking(before, kind)), -times);
            }
        }));
    }

    /** How many ways there are between its State and one other that it could turn at all. */
    int reach() {
        return reach;
    }

    private int[] sum(BiConsumer<Touched, int[]> part) {
        int[] turns = new int[Turn.values().length];
        touched.forEach(one -> part.accept(one, turns));
        return turns;
    }

    private static void add(int[] to, int[] turns, int times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * turns[i];
        }
    }

    /** Asks the planner in the world in which the change holds. */
    private Cell.Planner asking(CooperationMatrix world, Kind kind) {
        RouteFacts facts = world.classes().facts();
        return (route, from, to) -> Verdicts.code(facts.under(world.law().with(changes), world.day())
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
