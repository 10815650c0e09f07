package org.comity.node.legislation.lab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.Reach;

/**
 * Whom each State reaches, in the order that the reader chose.
 *
 * @param total all pairs
 */
public record ReachTable(List<Row> rows, Counts total, Order order) {

    public ReachTable {
        rows = List.copyOf(rows);
    }

    /** A State's reach. */
    public record Row(State state, Reach reach, Band band) {}

    /** How many of the other States a State reaches openly, in five steps. */
    public enum Band {
        NONE,
        FEW,
        SOME,
        MANY,
        MOST;

        static Band of(Counts counts) {
            return counts.open() == 0
                    ? NONE
                    : values()[1 + Math.min(3, 4 * counts.open() / Math.max(1, counts.pairs()))];
        }

        /** As the style sheet and the bundles call it. */
        public String code() {
            return "reach-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what the rows are sorted; States of one rank stay in the order of their codes. */
    public enum Order {
        OPEN(r -> -r.reach().asking().open()),
        CONDITIONAL(r -> -r.reach().asking().conditional()),
        UNKNOWN(r -> -r.reach().asking().unknown()),
        CLOSED(r -> -r.reach().asking().closed() - r.reach().asking().none()),
        ASKED(r -> -r.reach().asked().open()),
        NAME(r -> 0);

        private final java.util.function.ToIntFunction<Row> rank;

        Order(java.util.function.ToIntFunction<Row> rank) {
            this.rank = rank;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order of(String code) {
            return Arrays.stream(values())
                    .filter(order -> order.code().equals(code))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    /** @param world in which the assistance was worked out */
    public static ReachTable of(CooperationMatrix world, Assistance assistance, Order order, Comparator<State> byName) {
        List<Row> rows = world.states().stream()
                .map(code -> row(world, assistance, code))
                .sorted(Comparator.comparing(Row::state, byName))
                .toList();
        return new ReachTable(
                rows.stream().sorted(Comparator.comparingInt(order.rank)).toList(), world.counts(assistance), order);
    }

    private static Row row(CooperationMatrix world, Assistance assistance, StateCode code) {
        Reach reach = world.reach(code, assistance);
        return new Row(world.law().state(code).orElseThrow(), reach, Band.of(reach.asking()));
    }

    /** How many States stand in this band. */
    public long in(Band band) {
        return rows.stream().filter(row -> row.band() == band).count();
    }

    /** Another State, and how one State stands with it both ways. */
    public record Towards(State state, Optional<Standing> asking, Optional<Standing> asked) {

        /** The word of a standing that may be none. */
        public static String code(Optional<Standing> standing) {
            return standing.map(Standing::code).orElse("none");
        }

        public String askingCode() {
            return code(asking);
        }

        public String askedCode() {
            return code(asked);
        }
    }

    /** How a State stands with every other, those first that it reaches best. */
    public static List<Towards> around(
            CooperationMatrix world, StateCode one, Assistance assistance, Comparator<State> byName) {
        return world.states().stream()
                .filter(other -> !other.equals(one))
                .map(other -> new Towards(
                        world.law().state(other).orElseThrow(),
                        world.standing(one, other, assistance),
                        world.standing(other, one, assistance)))
                .sorted(Comparator.comparingInt((Towards t) -> rank(t.asking()))
                        .thenComparingInt(t -> rank(t.asked()))
                        .thenComparing(Towards::state, byName))
                .toList();
    }

    private static int rank(Optional<Standing> standing) {
        return standing.map(Enum::ordinal).orElse(Standing.values().length);
    }

    /** The words of a standing, best first, with the one for no provision. */
    public static List<String> standings() {
        return Stream.concat(Arrays.stream(Standing.values()).map(Standing::code), Stream.of("none"))
                .toList();
    }
}
