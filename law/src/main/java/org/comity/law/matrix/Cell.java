package org.comity.law.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The standing of every pair for one kind of assistance.
 *
 * <p>States that have the same class under every route that serves stand in one group, once as those who ask and once
 * as those who are asked. The cell is a table of groups by groups: some tens instead of some two hundred on each side, and
 * everything that is counted is counted by the sizes of the groups.
 */
final class Cell {

    /** One route: what was said of it, the classes of the States under it, and what their laws make of the conduct. */
    record Lane(int route, Verdicts verdicts, Sides sides, Conducts conducts) {}

    /** Answers what has not been asked yet: the verdict on two States under one route. */
    interface Planner {
        byte verdict(Lane lane, int asking, int asked);
    }

    private final List<Lane> lanes;
    private final Groups asking;
    private final Groups asked;
    /** By group that asks and group that is asked, the best of all routes; of no meaning for a State and itself. */
    private final byte[][] best;

    private Cell(List<Lane> lanes, Groups asking, Groups asked, byte[][] best) {
        this.lanes = lanes;
        this.asking = asking;
        this.asked = asked;
        this.best = best;
    }

    static Cell of(List<Lane> lanes, int states, Planner planner) {
        Groups asking = Groups.of(
                states,
                lanes,
                lane -> List.of(lane.sides().asking(), lane.sides().conduct()));
        Groups asked = Groups.of(
                states,
                lanes,
                lane -> List.of(lane.sides().asked(), lane.sides().conduct()));
        byte[][] best = new byte[asking.count()][asked.count()];
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
        return new Cell(lanes, asking, asked, best);
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
        int[] counts = new int[Verdicts.NONE + 1];
        for (int from = 0; from < best.length; from++) {
            for (int to = 0; to < best[from].length; to++) {
                counts[best[from][to]] += asking.members(from).length * asked.members(to).length;
            }
        }
        for (int state = 0; state < asking.states(); state++) {
            counts[standing(state, state)]--;
        }
        return counts;
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

        /** States that are in the same class in every list. */
        static Groups of(int states, List<Lane> lanes, Function<Lane, List<int[]>> lists) {
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
