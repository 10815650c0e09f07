package org.comity.node.legislation.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comity.node.legislation.change.Transitions.By;
import org.comity.node.legislation.change.Transitions.Row;
import org.junit.jupiter.api.Test;

class TransitionsTests {

    @Test
    void anEventLeadsFromAStateToOneOther() {
        assertThat(Transitions.table().stream().map(row -> row.from() + " " + row.event()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAReviewerPublishes() {
        assertThat(Transitions.table())
                .filteredOn(row -> row.to() == ProposalState.PUBLISHED && row.by() != By.NODE)
                .extracting(Row::by)
                .containsOnly(By.REVIEWER);
    }

    @Test
    void whatWasPublishedNeverBecomesADraftAgain() {
        assertThat(Transitions.table())
                .filteredOn(row -> row.from().isPublic())
                .allSatisfy(row -> assertThat(row.to().isPublic()).isTrue());
    }

    /** To renew the picture: run this test with {@code -Dcomity.pictures=write}. */
    @Test
    void thePictureInTheDocsShowsTheTable() throws IOException {
        var picture = Path.of(System.getProperty("comity.root"), "docs", "pictures", "law-change-states.mmd");
        if ("write".equals(System.getProperty("comity.pictures"))) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, mermaid());
        }
        assertThat(picture).content().isEqualTo(mermaid());
    }

    private static String mermaid() {
        return Transitions.table().stream()
                .map(row -> "    %s --> %s: %s (%s)"
                        .formatted(
                                row.from(),
                                row.to(),
                                row.event().token().substring("law-change-".length()),
                                row.by().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> DRAFT\n", "\n"));
    }
}
