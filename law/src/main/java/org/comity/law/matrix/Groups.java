package org.comity.law.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A partition of the States. */
record Groups(int[] group, int[][] byGroup, int[] sizes) {

    static Groups asking(int states, List<Cell.Lane> lanes) {
        return of(
                states,
                lanes,
                lane -> List.of(lane.sides().asking(), lane.sides().conduct()));
    }

    static Groups asked(int states, List<Cell.Lane> lanes) {
        return of(
                states,
                lanes,
                lane -> List.of(lane.sides().asked(), lane.sides().conduct()));
    }

    /** States that are in the same class in every list. */
    private static Groups of(int states, List<Cell.Lane> lanes, Function<Cell.Lane, List<int[]>> lists) {
        int[] group = new int[states];
        int count = 1;
        for (Cell.Lane lane : lanes) {
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
        int[] left = sizes.clone();
        for (int state = states - 1; state >= 0; state--) {
            members[group[state]][--left[group[state]]] = state;
        }
        return new Groups(group, members, sizes);
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
        int[] each = new int[byGroup.length];
        for (int g = 0; g < each.length; g++) {
            each[g] = classes[byGroup[g][0]];
        }
        return each;
    }

    int size(int group) {
        return sizes[group];
    }

    int[] members(int group) {
        return byGroup[group];
    }
}
