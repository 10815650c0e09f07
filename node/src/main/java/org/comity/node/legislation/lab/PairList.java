package org.comity.node.legislation.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.law.Standing;
import org.comity.law.StateCode;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Turn;
import org.comity.law.matrix.WhatIf;

/** The pairs behind a number: all that stand so, or all that would stand otherwise. */
public final class PairList {

    private PairList() {}

    /**
     * @param standing as in {@link ReachTable#standings()}
     * @param of both sides are counted; empty for every State
     */
    public static List<Pair> standing(
            CooperationMatrix world, Assistance assistance, String standing, Optional<StateCode> of) {
        Optional<Standing> wanted = Arrays.stream(Standing.values())
                .filter(s -> s.code().equals(standing))
                .findFirst();
        return world.pairs(assistance, wanted).stream()
                .filter(pair -> about(pair, of))
                .toList();
    }

    /** The pairs that turn so for this kind of assistance. */
    public static List<Pair> turned(WhatIf whatIf, Assistance assistance, Turn turn, Optional<StateCode> of) {
        return whatIf.difference()
                .ways()
                .filter(way -> way.turn() == turn && way.assistance().equals(assistance) && about(way.pair(), of))
                .map(way -> way.pair())
                .toList();
    }

    private static boolean about(Pair pair, Optional<StateCode> of) {
        return of.filter(state -> !pair.from().equals(state) && !pair.to().equals(state))
                .isEmpty();
    }
}
