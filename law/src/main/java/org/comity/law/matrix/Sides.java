package org.comity.law.matrix;

import java.util.Arrays;

/**
 * The class of each State under one route, for one offence where the route asks for it.
 *
 * @param asking as the State that asks
 * @param asked as the State that is asked
 * @param conduct what its law makes of the conduct, as a number of {@link Conducts}; 0 where that cannot matter
 */
record Sides(int[] asking, int[] asked, int[] conduct) {

    static Sides of(int states) {
        return new Sides(new int[states], new int[states], new int[states]);
    }

    Sides copy() {
        return new Sides(asking.clone(), asked.clone(), conduct.clone());
    }

    void put(int state, Stance stance) {
        asking[state] = stance.asking();
        asked[state] = stance.asked();
        conduct[state] = stance.conduct();
    }

    Stance stance(int state) {
        return new Stance(asking[state], asked[state], conduct[state]);
    }

    /** The same object where nothing differs, so that what hangs on it can be kept. */
    Sides orSame(Sides former) {
        return Arrays.equals(asking, former.asking)
                        && Arrays.equals(asked, former.asked)
                        && Arrays.equals(conduct, former.conduct)
                ? former
                : this;
    }

    /** Two are the same only if they are one: comparing the arrays is done once, when they are made. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
