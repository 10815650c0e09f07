package org.comity.node.oversight.count;

import java.time.Duration;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.oversight.OversightSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is told of the requests of some days. A node that plays has a database of its own, so no exercise is ever counted with
 * real requests; its figures say of themselves that they are an exercise's.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Statistics {

    /** In the order in which they are read. */
    public static final List<String> OUTCOMES =
            List.of("in-full", "in-part", "nothing-there", "refused", "withdrawn", "open", CountTable.OTHERS);

    private final Facts facts;
    private final int smallest;

    Statistics(Facts facts, OversightSettings settings) {
        this.facts = facts;
        this.smallest = settings.smallest();
    }

    public int smallest() {
        return smallest;
    }

    /** All of one universe. */
    public record Told(
            Universe universe,
            List<ByOutcome> tables,
            ToldTable grounds,
            ToldTable losses,
            ToldTable emergencies,
            List<Safeguard> safeguards,
            List<Time> times) {

        public Told {
            tables = List.copyOf(tables);
            safeguards = List.copyOf(safeguards);
            times = List.copyOf(times);
        }

        public boolean isEmpty() {
            return tables.stream().allMatch(it -> it.table().none());
        }

        /** How many requests; empty where even that is too small a number. */
        public Optional<Long> total() {
            return tables.getFirst().table().total();
        }
    }

    public record ByOutcome(Dimension dimension, ToldTable table) {}

    /** @param with how many had it; empty where it is withheld */
    public record Safeguard(String token, Optional<Long> with, Optional<Long> of) {}

    /** @param likely the median; @param late which one in five exceeds; both empty where there are too few cases */
    public record Time(String kind, String step, Optional<Duration> likely, Optional<Duration> late) {

        /** As addresses name it. */
        public String kindToken() {
            return kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** As it may be told to anybody: of a whole year, since no two of them overlap. */
    public Told told(Universe universe, Year year) {
        return counted(universe, Days.of(year), smallest);
    }

    /** Every number, for the eyes of oversight only. */
    public Told exact(Universe universe, Days days) {
        return counted(universe, days, 0);
    }

    private Told counted(Universe universe, Days days, int least) {
        return new Told(
                universe,
                Arrays.stream(Dimension.values())
                        .map(dimension -> new ByOutcome(
                                dimension, table(facts.byOutcome(universe, days, dimension), OUTCOMES, least)))
                        .toList(),
                table(facts.listed(universe, days, "ground"), List.of(), least),
                table(facts.listed(universe, days, "loss"), List.of(), least),
                table(facts.emergencies(universe, days), List.of(), least),
                facts.safeguards(universe, days).stream()
                        .map(use -> told(use, least))
                        .toList(),
                facts.times(universe, days).stream()
                        .map(taken -> told(taken, least))
                        .toList());
    }

    private static ToldTable table(List<CountTable.Count> counts, List<String> order, int least) {
        var exact = CountTable.of(counts, order);
        return least == 0 ? ToldTable.exact(exact) : SmallCells.withheld(exact, least);
    }

    /** Neither those with it nor those without it are few. */
    private static Safeguard told(Facts.Use use, int least) {
        var all = use.of() >= least ? Optional.of(use.of()) : Optional.<Long>empty();
        var tellable = all.isPresent()
                && Stream.of(use.with(), use.of() - use.with()).noneMatch(it -> SmallCells.isSmall(it, least));
        return new Safeguard(use.safeguard(), tellable ? Optional.of(use.with()) : Optional.empty(), all);
    }

    private static Time told(Facts.Taken taken, int least) {
        var enough = taken.cases() >= least;
        return new Time(
                taken.kind(),
                taken.step(),
                enough ? taken.likely() : Optional.empty(),
                enough ? taken.late() : Optional.empty());
    }
}
