package org.comity.node.oversight.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmallCellsTests {

    private static final int SMALLEST = 5;

    @Property(tries = 500)
    void noSmallNumberIsTold(@ForAll("tables") CountTable exact) {
        var told = SmallCells.withheld(exact, SMALLEST);
        assertThat(numbers(told)).noneMatch(number -> number > 0 && number < SMALLEST);
    }

    @Property(tries = 500)
    void everyTotalIsTold(@ForAll("tables") CountTable exact) {
        var told = SmallCells.withheld(exact, SMALLEST);
        if (exact.total() >= SMALLEST) {
            assertThat(told.total()).hasValue(exact.total());
            assertThat(told.rows().stream().mapToLong(ToldTable.Row::total).sum())
                    .isEqualTo(exact.total());
            assertThat(told.totals().stream().mapToLong(it -> it).sum()).isEqualTo(exact.total());
        } else {
            assertThat(told.rows()).isEmpty();
        }
    }

    /** For each of them there is another table of numbers that looks the same from outside and has another number there. */
    @Property(tries = 500)
    void whatIsWithheldCannotBeComputedBackFromWhatIsTold(@ForAll("tables") CountTable exact) {
        var told = SmallCells.withheld(exact, SMALLEST);
        for (int row = 0; row < told.rows().size(); row++) {
            for (int column = 0; column < told.columns().size(); column++) {
                if (isWithheld(told, row, column)) {
                    assertThat(couldBeAnother(told, exact, row, column))
                            .as("row %d, column %d of %s", row, column, told)
                            .isTrue();
                }
            }
        }
    }

    @Example
    void aListOfSmallNumbersIsGatheredUntilItMayBeTold() {
        var told = SmallCells.withheld(
                CountTable.of(
                        List.of(
                                new CountTable.Count("a", "number", 2),
                                new CountTable.Count("b", "number", 40),
                                new CountTable.Count("c", "number", 1),
                                new CountTable.Count("d", "number", 9)),
                        List.of()),
                SMALLEST);
        assertThat(told.rows()).extracting(ToldTable.Row::label).containsExactly("b", "others");
        assertThat(numbers(told)).containsExactly(40L, 12L, 52L);
    }

    @Example
    void whatMayBeToldStaysAsItIs() {
        var told = SmallCells.withheld(table(2, 2, List.of(10L, 20L, 0L, 7L)), SMALLEST);
        assertThat(told.withholds()).isFalse();
        assertThat(told.rows()).extracting(ToldTable.Row::label).containsExactly("r0", "r1");
    }

    /** A way round from a withheld number, along withheld ones, taking one away and adding one in turn. */
    private static boolean couldBeAnother(ToldTable told, CountTable exact, int row, int column) {
        for (int r = 0; r < told.rows().size(); r++) {
            for (int c = 0; c < told.columns().size(); c++) {
                if (r != row
                        && c != column
                        && isWithheld(told, row, c)
                        && isWithheld(told, r, column)
                        && isWithheld(told, r, c)
                        && (least(told, exact, row, c) > 0 && least(told, exact, r, column) > 0
                                || least(told, exact, row, column) > 0 && least(told, exact, r, c) > 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The true number behind a told cell: rows and columns that were gathered are summed again. */
    private static long least(ToldTable told, CountTable exact, int row, int column) {
        return behind(
                        exact.rows(),
                        told.rows().stream().map(ToldTable.Row::label).toList(),
                        row)
                .stream()
                .flatMapToLong(r -> behind(exact.columns(), told.columns(), column).stream()
                        .flatMapToLong(c -> LongStream.of(exact.at(r, c))))
                .sum();
    }

    private static List<Integer> behind(List<String> exact, List<String> told, int at) {
        var label = told.get(at);
        return IntStream.range(0, exact.size())
                .filter(it -> label.equals(CountTable.OTHERS)
                        ? !told.contains(exact.get(it))
                        : exact.get(it).equals(label))
                .boxed()
                .toList();
    }

    private static boolean isWithheld(ToldTable told, int row, int column) {
        return told.rows().get(row).cells().get(column).number().isEmpty();
    }

    private static List<Long> numbers(ToldTable told) {
        var numbers = new ArrayList<Long>();
        told.rows().forEach(row -> {
            numbers.add(row.total());
            row.cells().forEach(cell -> cell.number().ifPresent(numbers::add));
        });
        numbers.addAll(told.totals());
        told.total().ifPresent(numbers::add);
        return numbers.stream().distinct().toList();
    }

    @Provide
    Arbitrary<CountTable> tables() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(rows -> Arbitraries.integers()
                        .between(1, 5)
                        .flatMap(columns -> Arbitraries.frequencyOf(
                                        net.jqwik.api.Tuple.of(
                                                3, Arbitraries.longs().between(0, 6)),
                                        net.jqwik.api.Tuple.of(
                                                1, Arbitraries.longs().between(0, 200)))
                                .list()
                                .ofSize(rows * columns)
                                .map(numbers -> table(rows, columns, numbers))));
    }

    private static CountTable table(int rows, int columns, List<Long> numbers) {
        return new CountTable(
                IntStream.range(0, rows).mapToObj(row -> "r" + row).toList(),
                IntStream.range(0, columns).mapToObj(column -> "c" + column).toList(),
                IntStream.range(0, rows)
                        .mapToObj(row -> numbers.subList(row * columns, (row + 1) * columns))
                        .toList());
    }
}
