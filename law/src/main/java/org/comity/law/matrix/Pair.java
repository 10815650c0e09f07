package org.comity.law.matrix;

import java.util.Comparator;
import org.comity.law.StateCode;

/** An ordered pair: who would ask, and who would be asked. */
public record Pair(StateCode from, StateCode to) implements Comparable<Pair> {

    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::from).thenComparing(Pair::to);

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
