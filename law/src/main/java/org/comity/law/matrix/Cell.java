package org.comity.law.matrix;

import java.util.Arrays;
import java.util.List;

/**
 * The standing of every pair for one kind of assistance.
 *
 * <p>States that have the same class under every route that serves stand in one group, once as those who ask and once
 * as those who are asked. The cell is a table of groups by groups: some tens instead of some two hundred on each side, and
 * everything that is counted is counted by the sizes of the groups.
 */
final class Cell {

    /** One route: what was said of it, and the classes of the States under it. */
    record Lane(Kind.Track track, Sides sides) {

        /** What was said of these two classes, or else what the planner says of these two States. */
        byte verdict(Stance asking, Stance asked, Planner planner, int from, int to) {
            int place = Verdicts.place(asked.asked(), track.conducts().both(asking.conduct(), asked.conduct()));
            byte[] said = track.verdicts().row(asking.asking(), place + 1);
            if (said[place] == Verdicts.UNASKED) {
                said[place] = planner.verdict(track.route(), from, to);
            }
            return said[place];
        }
    }

    /** Answers what has not been asked yet: the verdict on two States under one route. */
    interface Planner {
        byte verdict(int route, int asking, int asked);
    }

    private final List<Lane> lanes;
    private final Groups asking;
    private final Groups asked;
    /** By group that asks and group that is asked, the best of all routes; of no meaning for a State and itself. */
    private final byte[][] best;

    /** Counted when first asked for; who counts again counts the same. */
    private volatile int[] counts = {};

    private Columns[] columns = {};

    private Cell(List<Lane> lanes, Groups asking, Groups asked) {
        this.lanes = lanes;
        this.asking = asking;
        this.asked = asked;
        this.best = new byte[asking.count()][asked.count()];
    }

    /** Whether no State has another class under any route. */
    boolean stands(List<Lane> others) {
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).sides() != lanes.get(i).sides()) {
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
                byte[] said = lane.track().verdicts().row(lane.sides().asking()[members[0]], width);
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
            int place = Verdicts.place(columns[to], lane.track().conducts().both(conduct, conducts[to]));
            byte verdict = said[place];
            if (verdict == Verdicts.UNASKED) {
                int one = from[0];
                int other = other(one, asked.members(to));
                if (one == other) {
                    one = other(one, from);
                }
                // one and the same State asks nothing of itself
                verdict = one == other
                        ? Verdicts.UNASKED
                        : planner.verdict(lane.track().route(), one, other);
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

    /** The classes of a State under one route. */
    Stance stance(int lane, int state) {
        return lanes.get(lane).sides().stance(state);
    }

    /** States of one group ask alike. */
    int groupAsking(int state) {
        return asking.of(state);
    }

    /** States of one group are asked alike. */
    int groupAsked(int state) {
        return asked.of(state);
    }

    byte standing(int from, int to) {
        return best[asking.of(from)][asked.of(to)];
    }

    /** By verdict, how many pairs. */
    int[] counts() {
        int[] counted = counts;
        if (counted.length == 0) {
            counted = new int[Verdicts.NONE + 1];
            for (int from = 0; from < best.length; from++) {
                int askers = asking.size(from);
                for (int to = 0; to < best[from].length; to++) {
                    counted[best[from][to]] += askers * asked.size(to);
                }
            }
            for (int state = 0; state < asking.states(); state++) {
                counted[standing(state, state)]--;
            }
            counts = counted;
        }
        return counted;
    }

    /** The classes of the groups under each lane, on either side; put together when first asked for. */
    private record Columns(int[] asking, int[] askingConduct, int[] asked, int[] askedConduct, int width) {}

    private Columns[] columns() {
        if (columns.length < lanes.size()) {
            columns = lanes.stream()
                    .map(Lane::sides)
                    .map(sides -> new Columns(
                            asking.each(sides.asking()),
                            asking.each(sides.conduct()),
                            asked.each(sides.asked()),
                            asked.each(sides.conduct()),
                            Verdicts.width(asked.each(sides.asked()))))
                    .toArray(Columns[]::new);
        }
        return columns;
    }

    /**
     * What follows if one State had other classes, and all others the same. To be asked by one thread at a time.
     *
     * @param then its classes by lane
     * @param planner for what was never asked; it must know of the change
     * @return by {@link Turn}, how many pairs would turn so
     */
    int[] measure(int state, Stance[] then, Planner planner) {
        int[] turns = new int[Turn.values().length];
        byte[] asks = asking(state, then, planner);
        for (int to = 0; to < asks.length; to++) {
            int pairs = asked.size(to) - (asked.of(state) == to ? 1 : 0);
            turn(best[asking.of(state)][to], asks[to], pairs, turns);
        }
        byte[] isAsked = asked(state, then, planner);
        for (int from = 0; from < isAsked.length; from++) {
            int pairs = asking.size(from) - (asking.of(state) == from ? 1 : 0);
            turn(best[from][asked.of(state)], isAsked[from], pairs, turns);
        }
        return turns;
    }

    /** How the State would stand, asking each group. */
    private byte[] asking(int state, Stance[] then, Planner planner) {
        byte[] verdicts = new byte[asked.count()];
        Arrays.fill(verdicts, Verdicts.NONE);
        for (int i = 0; i < then.length; i++) {
            Kind.Track track = lanes.get(i).track();
            Columns lane = columns()[i];
            byte[] said = track.verdicts().row(then[i].asking(), lane.width());
            for (int to = 0; to < verdicts.length; to++) {
                int place = Verdicts.place(
                        lane.asked()[to], track.conducts().both(then[i].conduct(), lane.askedConduct()[to]));
                if (said[place] == Verdicts.UNASKED) {
                    int other = other(state, asked.members(to));
                    if (other == state) {
                        continue;
                    }
                    said[place] = planner.verdict(track.route(), state, other);
                }
                verdicts[to] = (byte) Math.min(verdicts[to], said[place]);
            }
        }
        return verdicts;
    }

    /** How each group would stand, asking the State. */
    private byte[] asked(int state, Stance[] then, Planner planner) {
        byte[] verdicts = new byte[asking.count()];
        Arrays.fill(verdicts, Verdicts.NONE);
        for (int i = 0; i < then.length; i++) {
            Kind.Track track = lanes.get(i).track();
            Columns lane = columns()[i];
            for (int from = 0; from < verdicts.length; from++) {
                int place = Verdicts.place(
                        then[i].asked(), track.conducts().both(lane.askingConduct()[from], then[i].conduct()));
                byte[] said = track.verdicts().row(lane.asking()[from], place + 1);
                if (said[place] == Verdicts.UNASKED) {
                    int other = other(state, asking.members(from));
                    if (other == state) {
                        continue;
                    }
                    said[place] = planner.verdict(track.route(), other, state);
                }
                verdicts[from] = (byte) Math.min(verdicts[from], said[place]);
            }
        }
        return verdicts;
    }

    /** The same between this State and one other. */
    int[] measure(int state, int other, Stance[] then, Planner planner) {
        byte asks = Verdicts.NONE;
        byte isAsked = Verdicts.NONE;
        for (int i = 0; i < then.length; i++) {
            Lane lane = lanes.get(i);
            Stance stance = lane.sides().stance(other);
            asks = (byte) Math.min(asks, lane.verdict(then[i], stance, planner, state, other));
            isAsked = (byte) Math.min(isAsked, lane.verdict(stance, then[i], planner, other, state));
        }
        int[] turns = new int[Turn.values().length];
        turn(standing(state, other), asks, 1, turns);
        turn(standing(other, state), isAsked, 1, turns);
        return turns;
    }

    private static void turn(byte was, byte is, int pairs, int[] turns) {
        byte turn = Verdicts.turn(was, is);
        if (pairs > 0 && turn != Verdicts.NO_TURN) {
            turns[turn] += pairs;
        }
    }

    int[] countsAsking(int state) {
        int[] counts = new int[Verdicts.NONE + 1];
        byte[] row = best[asking.of(state)];
        for (int to = 0; to < row.length; to++) {
            counts[row[to]] += asked.size(to);
        }
        counts[standing(state, state)]--;
        return counts;
    }

    int[] countsAsked(int state) {
        int[] counts = new int[Verdicts.NONE + 1];
        for (int from = 0; from < best.length; from++) {
            counts[best[from][asked.of(state)]] += asking.size(from);
        }
        counts[standing(state, state)]--;
        return counts;
    }
}
