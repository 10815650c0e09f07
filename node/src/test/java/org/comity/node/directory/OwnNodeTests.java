package org.comity.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNodeTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void anExerciseNodeMakesItsKeysOnceAndKeepsItsCard() {
        OwnNode first = OwnNode.at(home, particulars("https://a.example.org", true), NOON);
        OwnNode second = OwnNode.at(home, particulars("https://a.example.org", true), inAnHour());

        assertThat(second.card()).isEqualTo(first.card());
    }

    @Test
    void aNodeThatMovesIssuesANewCardUnderTheSameRoot() {
        OwnNode before = OwnNode.at(home, particulars("https://a.example.org", true), NOON);
        OwnNode after = OwnNode.at(home, particulars("https://b.example.org", true), inAnHour());

        assertThat(after.card().fingerprint()).isEqualTo(before.card().fingerprint());
        assertThat(after.card().issuedAt()).isAfter(before.card().issuedAt());
    }

    @Test
    void aRealNodeNeverMakesAnIdentityByItself() {
        assertThatThrownBy(() -> OwnNode.at(home, particulars("https://a.example.org", false), NOON))
                .isInstanceOf(NodeKeys.KeysUnavailable.class)
                .hasMessageContaining("comity node init");
    }

    private static Clock inAnHour() {
        return Clock.offset(NOON, Duration.ofHours(1));
    }

    private static NodeCard.Particulars particulars(String url, boolean exercise) {
        return new NodeCard.Particulars(
                new PartyId("PT-contact-point"),
                "24/7 contact point",
                Set.of(NodeFunction.CONTACT_24_7),
                URI.create(url),
                List.of("pt", "en"),
                exercise);
    }
}
