package org.comity.node.legislation.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Scope;
import org.junit.jupiter.api.Test;

class OpenPairsTests {

    private static final LawBase LAW = LawBase.load();
    private static final YearMonth LAST = YearMonth.of(2026, 11);
    private static final Assistance PRESERVE =
            new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));

    private final OpenPairs history = OpenPairs.until(LAW, LAST, Scope.of(PRESERVE));

    @Test
    void everyMonthSaysWhatTheMatrixSays() {
        for (OpenPairs.Point point : history.points()) {
            if (point.month().getMonthValue() % 3 == 1) {
                assertThat(point.of(Measure.PRESERVE))
                        .as("%s", point.month())
                        .isEqualTo(CooperationMatrix.on(LAW, point.month().atDay(1))
                                .counts(PRESERVE)
                                .open());
            }
        }
    }

    @Test
    void thereIsAPointForEveryMonth() {
        assertThat(history.points()).hasSize((2026 - 2001) * 12 + 11);
        assertThat(history.points().getFirst().month()).isEqualTo(OpenPairs.FIRST);
        assertThat(history.last().month()).isEqualTo(LAST);
    }

    @Test
    void theStepsAddUpToTheLastNumber() {
        assertThat(history.steps(Measure.PRESERVE, _ -> true).stream()
                        .mapToInt(OpenPairs.Step::more)
                        .sum())
                .isEqualTo(history.last().of(Measure.PRESERVE))
                .isPositive();
    }

    @Test
    void theChartKeepsEveryLineInsideOfItsFrame() {
        HistoryChart chart = HistoryChart.of(history, Measure.PRESERVE, history.steps(Measure.PRESERVE, _ -> true));

        assertThat(chart.lines().getLast().shown()).isTrue();
        assertThat(chart.levels()).hasSizeBetween(3, 10);
        assertThat(chart.lines().getLast().points().split(" "))
                .hasSize(history.points().size())
                .allSatisfy(point -> {
                    String[] place = point.split(",");
                    assertThat(Integer.parseInt(place[0])).isBetween(0, chart.width());
                    assertThat(Integer.parseInt(place[1])).isBetween(0, chart.height());
                });
    }
}
