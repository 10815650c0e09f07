package org.comity.law.matrix;

import java.util.Optional;
import org.comity.law.Standing;

/**
 * How many pairs stand how, each by its best route.
 *
 * @param none pairs for which no provision of an instrument that either has a tie to serves
 */
public record Counts(int open, int conditional, int unknown, int closed, int none) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public int pairs() {
        return open + conditional + unknown + closed + none;
    }

    public int of(Standing standing) {
        return switch (standing) {
            case OPEN -> open;
            case CONDITIONAL -> conditional;
            case UNKNOWN -> unknown;
            case CLOSED -> closed;
        };
    }

    /** @param standing empty for pairs that no provision serves */
    public int of(Optional<Standing> standing) {
        return standing.map(this::of).orElse(none);
    }

    public Counts plus(Counts other) {
        return new Counts(
                open + other.open,
                conditional + other.conditional,
                unknown + other.unknown,
                closed + other.closed,
                none + other.none);
    }
}
