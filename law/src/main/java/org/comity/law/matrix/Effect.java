package org.comity.law.matrix;

import java.util.List;
import java.util.Map;
import org.comity.law.LawChange;
import org.comity.law.RouteFacts;
import org.comity.law.RouteQuery;
import org.comity.law.StateCode;

/**
 * What a change of the law of one State makes of that State, in whatever world it happens: its classes depend on its own
 * facts only.
 */
final class Effect {

    private final int place;
    private final List<LawChange> changes;
    private final Map<Kinds.Place, Stance> stances;

    private Effect(int place, List<LawChange> changes, Map<Kinds.Place, Stance> stances) {
        this.place = place;
        this.changes = changes;
        this.stances = stances;
    }

    static Effect of(StateCode state, List<LawChange> changes, CooperationMatrix world) {
        int place = world.place(state);
        Classification after =
                world.classes().after(new RouteFacts(world.law().with(changes), world.day()), new int[] {place});
        return new Effect(place, changes, after.otherThan(world.classes(), place));
    }

    /** What it would open in this world, by turn. */
    int[] measure(CooperationMatrix world, Kinds kinds) {
        int[] turns = new int[Turn.values().length];
        for (Kinds.Kind kind : kinds.under(stances.keySet())) {
            kind.cell()
                    .measure(
                            place,
                            stances(kind.cell()),
                            asking(world, kind),
                            (turn, pairs) -> turns[turn.ordinal()] += pairs * kind.times());
        }
        return turns;
    }

    /** What it would open between its State and this one, by turn. */
    int[] measure(CooperationMatrix world, Kinds kinds, StateCode other) {
        int[] turns = new int[Turn.values().length];
        for (Kinds.Kind kind : kinds.under(stances.keySet())) {
            kind.cell()
                    .measure(
                            place,
                            world.place(other),
                            stances(kind.cell()),
                            asking(world, kind),
                            (turn, pairs) -> turns[turn.ordinal()] += pairs * kind.times());
        }
        return turns;
    }

    /** How the State would stand under each route of the cell. */
    private Stance[] stances(Cell cell) {
        return cell.lanes().stream()
                .map(lane -> {
                    Stance then = stances.get(Kinds.Place.of(lane));
                    return then == null ? lane.sides().stance(place) : then;
                })
                .toArray(Stance[]::new);
    }

    /** Asks the planner in the world in which the change holds. */
    private Cell.Planner asking(CooperationMatrix world, Kinds.Kind kind) {
        return (lane, from, to) -> Verdicts.code(new RouteFacts(world.law().with(changes), world.day())
                .standing(
                        lane.route(),
                        new RouteQuery(
                                world.states().get(from),
                                world.states().get(to),
                                world.day(),
                                kind.example().measure(),
                                kind.example().data(),
                                kind.example().offence())));
    }
}
