package org.comity.node.oversight.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.comity.node.oversight.count.CountTable.Count;
import org.comity.node.oversight.count.Overview.Row;
import org.comity.node.oversight.count.Statistics.ByOutcome;
import org.comity.node.oversight.count.Statistics.Told;
import org.junit.jupiter.api.Test;

class OverviewTests {

    private static final List<Count> REQUESTS = List.of(
            new Count("mail", "in-full", 50),
            new Count("mail", "in-part", 10),
            new Count("mail", "refused", 20),
            new Count("hosting", "in-full", 12),
            new Count("hosting", "refused", 8));

    @Test
    void theMostFrequentStandsFirstWithWhatOfAHundredWasAnsweredAndRefused() {
        var overview = Overview.of(told(Universe.SENT_TO_PROVIDERS, 0));

        assertThat(overview.dimension()).isEqualTo(Dimension.COUNTERPART);
        assertThat(overview.rows())
                .extracting(
                        Row::label,
                        Row::number,
                        Row::share,
                        row -> row.answered().orElseThrow(),
                        row -> row.refused().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("mail", 80L, 80L, 75L, 25L),
                        org.assertj.core.groups.Tuple.tuple("hosting", 20L, 20L, 60L, 40L));
        assertThat(overview.emergencies()).hasValue(30L);
        assertThat(overview.mostWanted()).hasValue("subscriber");
        assertThat(overview.mostNamed()).hasValue("scope");
    }

    @Test
    void betweenStatesItIsByArticle() {
        assertThat(Overview.of(told(Universe.SENT_TO_STATES, 0)).dimension()).isEqualTo(Dimension.PROVISION);
    }

    @Test
    void whatIsWithheldInTheTableIsWithheldHereToo() {
        var overview = Overview.of(told(Universe.SENT_TO_PROVIDERS, 11));

        assertThat(overview.rows())
                .allSatisfy(row -> assertThat(
                                row.answered().isPresent() && row.refused().isPresent())
                        .as(row.toString())
                        .isFalse());
    }

    @Test
    void whereNothingIsToldThereIsNoRow() {
        var overview = Overview.of(told(Universe.SENT_TO_PROVIDERS, 1000));

        assertThat(overview.rows()).isEmpty();
        assertThat(overview.emergencies()).isEmpty();
    }

    private static Told told(Universe universe, int smallest) {
        return new Told(
                universe,
                Arrays.stream(Dimension.values())
                        .map(dimension -> new ByOutcome(
                                dimension,
                                table(
                                        switch (dimension) {
                                            case EMERGENCY ->
                                                List.of(
                                                        new Count("yes", "in-full", 30),
                                                        new Count("no", "in-full", 70));
                                            case CATEGORIES ->
                                                List.of(
                                                        new Count("subscriber", "in-full", 60),
                                                        new Count("content", "in-full", 40));
                                            default -> REQUESTS;
                                        },
                                        smallest)))
                        .toList(),
                table(List.of(new Count("scope", "number", 20), new Count("form", "number", 12)), smallest),
                table(List.of(), smallest),
                table(List.of(), smallest),
                List.of(),
                List.of());
    }

    private static ToldTable table(List<Count> counts, int smallest) {
        var exact = CountTable.of(counts, Statistics.OUTCOMES);
        return smallest == 0 ? ToldTable.exact(exact) : SmallCells.withheld(exact, smallest);
    }
}
