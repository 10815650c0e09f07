package org.comity.law.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.law.RouteFacts.Traits;
import org.comity.law.Standing;

/**
 * What the planner has said of one route for one kind of assistance, by the classes of the two States and whether their
 * laws know the same conduct; shared by every matrix that grew out of the same one.
 */
final class Verdicts {

    /** Not asked yet. */
    static final byte UNASKED = 0;
    /** No provision serves; worse than closed. */
    static final byte NONE = (byte) (Standing.values().length + 1);

    /** Where a standing makes no way and takes none. */
    static final byte NO_TURN = (byte) Turn.values().length;

    private static final Optional<Standing>[] STANDINGS = standings();

    private static final byte[][] TURNS = turns();

    /** Classes turn up one by one; so many more are expected. */
    private static final int ROOM = 16;

    private byte[][] said = new byte[ROOM][0];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<Standing>[] standings() {
        return Arrays.stream(Standing.values()).map(Optional::of).toArray(Optional[]::new);
    }

    /** The better, the lower. */
    static byte code(Optional<Standing> standing) {
        return standing.map(s -> (byte) (s.ordinal() + 1)).orElse(NONE);
    }

    static Optional<Standing> standing(byte code) {
        return code == NONE ? Optional.empty() : STANDINGS[code - 1];
    }

    /** The ordinal of the {@link Turn} from one verdict to another; {@link #UNASKED}, of a State and itself, turns nothing. */
    static byte turn(byte was, byte is) {
        return TURNS[was][is];
    }

    private static byte[][] turns() {
        byte[][] turns = new byte[NONE + 1][NONE + 1];
        Arrays.fill(turns[UNASKED], NO_TURN);
        for (byte was = 1; was <= NONE; was++) {
            turns[was][UNASKED] = NO_TURN;
            for (byte is = 1; is <= NONE; is++) {
                turns[was][is] = Turn.of(standing(was), standing(is))
                        .map(turn -> (byte) turn.ordinal())
                        .orElse(NO_TURN);
            }
        }
        return turns;
    }

    /** Where a row holds the verdict on a class that is asked, given the answer to dual criminality. */
    static int place(int asked, int bothLaws) {
        return asked * Conducts.ANSWERS + bothLaws;
    }

    /** How wide a row is that holds all of these classes that are asked. */
    static int width(int[] asked) {
        return place(Arrays.stream(asked).max().orElse(0) + 1, 0);
    }

    /** What was said of a class that asks; to be written on by whoever asks the planner. */
    byte[] row(int asking, int width) {
        if (asking >= said.length) {
            int before = said.length;
            said = Arrays.copyOf(said, 2 * asking + 1);
            Arrays.fill(said, before, said.length, new byte[0]);
        }
        if (width > said[asking].length) {
            said[asking] = Arrays.copyOf(said[asking], width + ROOM);
        }
        return said[asking];
    }

    /** Gives equal facts the same small number. */
    static final class Classes {

        private final Map<Object, Integer> numbers = new HashMap<>();

        int of(Traits traits) {
            return number(traits);
        }

        /** A State's tie to a route together with the penalties of its law. */
        int of(int tie, int penalty) {
            return number(((long) tie << 32) | penalty);
        }

        private int number(Object key) {
            return numbers.computeIfAbsent(key, _ -> numbers.size());
        }
    }
}
