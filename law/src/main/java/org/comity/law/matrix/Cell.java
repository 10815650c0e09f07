package org.comity.law.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.comity.law.Offence;

/**
 * The standing of every pair for one kind of assistance.
 *
 * <p>States that have the same class under every route that serves stand in one group, once as those who ask and once
 * as those who are asked. The cell is a table of groups by groups: some tens instead of some two hundred on each side, and
 * everything that is counted is counted by the sizes of the groups.
 */
final class Cell {

    /** One route: what was said of it, the classes of the States under it, and what their laws make of the conduct. */
    record Lane(int route, Optional<Offence> conduct, Verdicts verdicts, Sides sides, Conducts conducts) {

        /** What was said of these two classes, or else what the planner says of these two States. */
        byte verdict(Stance asking, Stance asked, Planner planner, int from, int to) {
            int place = Verdicts.place(asked.asked(), conducts.both(asking.conduct(), asked.conduct()));
            byte[] said = verdicts.row(asking.asking(), place + 1);
            if (said[place] == Verdicts.UNASKED) {
                said[place] = planner.verdict(this, from, to);
            }
            return said[place];
        }
    }

    /** Answers what has not been asked yet: the verdict on two States under one route. */
    interface Planner {
        byte verdict(Lane lane, int asking, int asked);
    }

    private final List<Lane> lanes;
    private final Groups asking;
    private final Groups asked;
    /** By group that asks and group that is asked, the best of all routes; of no meaning for a State and itself. */
    private final byte[][] best;

    /** Counted when first asked for; who counts again counts the same. */
    private int[] counts = {};

    private Cell(List<Lane> lanes, Groups asking, Groups asked) {
        this.lanes = lanes;
        this.asking = asking;
        this.asked = asked;
        this.best = new byte[asking.count()][asked.count()];
    }

    /** Whether the same was said under the same routes, so that only the classes of States differ. */
    boolean isLike(List<Lane> others) {
        if (others.size() != lanes.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).verdicts() != lanes.get(i).verdicts()
                    || others.get(i).conducts() != lanes.get(i).conducts()) {
                return false;
            }
        }
        return true;
    }

    /** The cell in which some States have other classes; what concerns none of them is taken over. */
    Cell with(List<Lane> others, boolean[] mayDiffer, Planner planner) {
        boolean[] changed = new boolean[mayDiffer.length];
        for (int state = 0; state < changed.length; state++) {
            changed[state] = mayDiffer[state] && differs(others, state);
        }
        Cell then = new Cell(others, Groups.asking(changed.length, others), Groups.asked(changed.length, others));
        for (int from = 0; from < then.best.length; from++) {
            int one = unchanged(then.asking.members(from), changed);
            for (int to = 0; to < then.best[from].length; to++) {
                int other = unchanged(then.asked.members(to), changed);
                byte known = one >= 0 && other >= 0 ? standing(one, other) : Verdicts.UNASKED;
                then.best[from][to] = known != Verdicts.UNASKED
                        ? known
                        : then.best(then.asking.members(from), then.asked.members(to), planner);
            }
        }
        return then;
    }

    private boolean differs(List<Lane> others, int state) {
        for (int i = 0; i < others.size(); i++) {
            Sides then = others.get(i).sides();
            if (then != lanes.get(i).sides()
                    && !then.stance(state).equals(lanes.get(i).sides().stance(state))) {
                return true;
            }
        }
        return false;
    }

    private static int unchanged(int[] members, boolean[] changed) {
        for (int member : members) {
            if (!changed[member]) {
                return member;
            }
        }
        return -1;
    }

    private byte best(int[] from, int[] to, Planner planner) {
        int one = from[0];
        int other = other(one, to);
        if (one == other) {
            one = other(one, from);
        }
        return one == other ? Verdicts.UNASKED : best(one, other, planner);
    }

    private byte best(int from, int to, Planner planner) {
        byte best = Verdicts.NONE;
        for (Lane lane : lanes) {
            byte verdict = lane.verdict(lane.sides().stance(from), lane.sides().stance(to), planner, from, to);
            best = (byte) Math.min(best, verdict);
        }
        return best;
    }

    static Cell of(List<Lane> lanes, int states, Planner planner) {
        Groups asking = Groups.asking(states, lanes);
        Groups asked = Groups.asked(states, lanes);
        Cell cell = new Cell(lanes, asking, asked);
        byte[][] best = cell.best;
        for (byte[] row : best) {
            Arrays.fill(row, Verdicts.NONE);
        }
        for (Lane lane : lanes) {
            int[] columns = asked.each(lane.sides().asked());
            int width = Verdicts.width(columns);
            int[] conducts = asked.each(lane.sides().conduct());
            for (int from = 0; from < best.length; from++) {
                int[] members = asking.members(from);
                byte[] said = lane.verdicts().row(lane.sides().asking()[members[0]], width);
                better(best[from], said, lane, members, asked, columns, conducts, planner);
            }
        }
        return cell;
    }

    /** Where this route stands better than those before, its standing is the best. */
    private static void better(
            byte[] best,
            byte[] said,
            Lane lane,
            int[] from,
            Groups asked,
            int[] columns,
            int[] conducts,
            Planner planner) {
        int conduct = lane.sides().conduct()[from[0]];
        for (int to = 0; to < columns.length; to++) {
            int place = Verdicts.place(columns[to], lane.conducts().both(conduct, conducts[to]));
            byte verdict = said[place];
            if (verdict == Verdicts.UNASKED) {
                int one = from[0];
                int other = other(one, asked.members(to));
                if (one == other) {
                    one = other(one, from);
                }
                // one and the same State asks nothing of itself
                verdict = one == other ? Verdicts.UNASKED : planner.verdict(lane, one, other);
                said[place] = verdict;
            }
            if (verdict < best[to]) {
                best[to] = verdict;
            }
        }
    }

    private static int other(int state, int[] members) {
        return members[0] != state || members.length == 1 ? members[0] : members[1];
    }

    List<Lane> lanes() {
        return lanes;
    }

    byte standing(int from, int to) {
        return best[asking.of(from)][asked.of(to)];
    }

    /** By verdict, how many pairs. */
    int[] counts() {
        if (counts.length == 0) {
            int[] counted = new int[Verdicts.NONE + 1];
            for (int from = 0; from < best.length; from++) {
                int askers = asking.members(from).length;
                for (int to = 0; to < best[from].length; to++) {
                    counted[best[from][to]] += askers * asked.members(to).length;
                }
            }
            for (int state = 0; state < asking.states(); state++) {
                counted[standing(state, state)]--;
            }
            counts = counted;
        }
        return counts;
    }

    /** Takes how many pairs of one State would turn how. */
    interface Turns {
        void add(Turn turn, int pairs);
    }

    /**
     * What follows if one State had other classes, and all others the same.
     *
     * @param then its classes by lane
     * @param planner for what was never asked; it must know of the change
     */
    void measure(int state, Stance[] then, Planner planner, Turns turns) {
        for (int to = 0; to < asked.count(); to++) {
            int[] members = asked.members(to);
            int pairs = asked.of(state) == to ? members.length - 1 : members.length;
            if (pairs > 0) {
                measureAsking(state, other(state, members), then, planner, pairs, turns);
            }
        }
        for (int from = 0; from < asking.count(); from++) {
            int[] members = asking.members(from);
            int pairs = asking.of(state) == from ? members.length - 1 : members.length;
            if (pairs > 0) {
                measureAsked(state, other(state, members), then, planner, pairs, turns);
            }
        }
    }

    /** The same between this State and one other. */
    void measure(int state, int other, Stance[] then, Planner planner, Turns turns) {
        measureAsking(state, other, then, planner, 1, turns);
        measureAsked(state, other, then, planner, 1, turns);
    }

    private void measureAsking(int state, int other, Stance[] then, Planner planner, int pairs, Turns turns) {
        byte verdict = Verdicts.NONE;
        for (int i = 0; i < then.length; i++) {
            Lane lane = lanes.get(i);
            verdict =
                    (byte) Math.min(verdict, lane.verdict(then[i], lane.sides().stance(other), planner, state, other));
        }
        turn(standing(state, other), verdict, pairs, turns);
    }

    private void measureAsked(int state, int other, Stance[] then, Planner planner, int pairs, Turns turns) {
        byte verdict = Verdicts.NONE;
        for (int i = 0; i < then.length; i++) {
            Lane lane = lanes.get(i);
            verdict =
                    (byte) Math.min(verdict, lane.verdict(lane.sides().stance(other), then[i], planner, other, state));
        }
        turn(standing(other, state), verdict, pairs, turns);
    }

    private static void turn(byte was, byte is, int pairs, Turns turns) {
        if (was != is) {
            Turn.of(Verdicts.standing(was), Verdicts.standing(is)).ifPresent(turn -> turns.add(turn, pairs));
        }
    }

    int[] countsAsking(int state) {
        int[] counts = new int[Verdicts.NONE + 1];
        byte[] row = best[asking.of(state)];
        for (int to = 0; to < row.length; to++) {
            counts[row[to]] += asked.members(to).length;
        }
        counts[standing(state, state)]--;
        return counts;
    }

    int[] countsAsked(int state) {
        int[] counts = new int[Verdicts.NONE + 1];
        for (int from = 0; from < best.length; from++) {
            counts[best[from][asked.of(state)]] += asking.members(from).length;
        }
        counts[standing(state, state)]--;
        return counts;
    }

    /** A partition of the States. */
    private record Groups(int[] group, int[][] byGroup) {

        static Groups asking(int states, List<Lane> lanes) {
            return of(
                    states,
                    lanes,
                    lane -> List.of(lane.sides().asking(), lane.sides().conduct()));
        }

        static Groups asked(int states, List<Lane> lanes) {
            return of(
                    states,
                    lanes,
                    lane -> List.of(lane.sides().asked(), lane.sides().conduct()));
        }

        /** States that are in the same class in every list. */
        private static Groups of(int states, List<Lane> lanes, Function<Lane, List<int[]>> lists) {
            int[] group = new int[states];
            int count = 1;
            for (Lane lane : lanes) {
                for (int[] classes : lists.apply(lane)) {
                    int width = Arrays.stream(classes).max().orElse(0) + 1;
                    int[] finer = new int[count * width];
                    count = 0;
                    for (int state = 0; state < states; state++) {
                        int place = group[state] * width + classes[state];
                        if (finer[place] == 0) {
                            finer[place] = ++count;
                        }
                        group[state] = finer[place] - 1;
                    }
                }
            }
            int[] sizes = new int[count];
            for (int g : group) {
                sizes[g]++;
            }
            int[][] members = new int[count][];
            for (int g = 0; g < count; g++) {
                members[g] = new int[sizes[g]];
            }
            for (int state = states - 1; state >= 0; state--) {
                members[group[state]][--sizes[group[state]]] = state;
            }
            return new Groups(group, members);
        }

        int states() {
            return group.length;
        }

        int count() {
            return byGroup.length;
        }

        int of(int state) {
            return group[state];
        }

        /** The class of each group, from a list by State in which all of a group have the same. */
        int[] each(int[] classes) {
            return Arrays.stream(byGroup)
                    .mapToInt(members -> classes[members[0]])
                    .toArray();
        }

        int[] members(int group) {
            return byGroup[group];
        }
    }
}
