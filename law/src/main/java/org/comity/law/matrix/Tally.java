package org.comity.law.matrix;

/**
 * How many ways stand otherwise than before.
 *
 * @param opened open now, and was not
 * @param conditional conditional now, and was neither open nor conditional
 * @param weakened conditional now, and was open
 * @param lost neither open nor conditional now, and was one of them
 */
public record Tally(int opened, int conditional, int weakened, int lost) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(int[] byTurn) {
        return new Tally(
                byTurn[Turn.OPENED.ordinal()],
                byTurn[Turn.CONDITIONAL.ordinal()],
                byTurn[Turn.WEAKENED.ordinal()],
                byTurn[Turn.LOST.ordinal()]);
    }

    public int of(Turn turn) {
        return switch (turn) {
            case OPENED -> opened;
            case CONDITIONAL -> conditional;
            case WEAKENED -> weakened;
            case LOST -> lost;
        };
    }

    public int all() {
        return opened + conditional + weakened + lost;
    }

    public Tally plus(Tally other) {
        return new Tally(
                opened + other.opened, conditional + other.conditional, weakened + other.weakened, lost + other.lost);
    }
}
