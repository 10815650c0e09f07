package org.comity.node.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeCardTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final OwnNode PORTUGAL = SampleNodes.contactPoint("PT-contact-point", 18080, NOON);
    private static final OwnNode BRAZIL = SampleNodes.contactPoint("BR-contact-point", 18081, NOON);

    @Test
    void aCardSurvivesBeingWrittenAndRead() {
        NodeCard read = NodeCard.read(PORTUGAL.card().bytes(), NOON);

        assertThat(read).isEqualTo(PORTUGAL.card());
        assertThat(read.fingerprint()).isEqualTo(PORTUGAL.card().fingerprint());
        assertThat(read.as4Endpoint()).isEqualTo(URI.create("http://127.0.0.1:18080/as4"));
    }

    @Test
    void theFingerprintIsReadOutInSixteenGroupsOfFour() {
        Fingerprint fingerprint = PORTUGAL.card().fingerprint();

        assertThat(fingerprint.toString()).matches("([0-9A-F]{4} ){15}[0-9A-F]{4}");
        assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
        assertThat(BRAZIL.card().fingerprint()).isNotEqualTo(fingerprint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact point, PT", "18080", "\"en\"", "\"exercise\" : true"})
    void aCardIsRefusedWhenAnythingItSaysWasAltered(String said) {
        String card = new String(PORTUGAL.card().bytes(), UTF_8);
        String other = said.equals("\"exercise\" : true")
                ? "\"exercise\" : false"
                : said.replace('0', '1').replace('t', 's').replace("\"en\"", "\"fr\"");
        assertThat(card).contains(said);

        assertThatThrownBy(() -> NodeCard.read(card.replace(said, other).getBytes(UTF_8), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("signature");
    }

    @Test
    void aCardIsRefusedWhenACertificateBelongsToAnotherParty() {
        String portugal = new String(PORTUGAL.card().bytes(), UTF_8);
        String swapped = portugal.replace(base64(PORTUGAL, "signing"), base64(BRAZIL, "signing"));

        assertThatThrownBy(() -> NodeCard.read(swapped.getBytes(UTF_8), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("issued for “BR-contact-point”");
    }

    @Test
    void aCardIsRefusedWhenItsCertificateComesFromAnotherRootOfTheSameName() {
        OwnNode impostor = SampleNodes.contactPoint("PT-contact-point", 18080, NOON);
        String swapped = new String(PORTUGAL.card().bytes(), UTF_8)
                .replace(base64(PORTUGAL, "encryption"), base64(impostor, "encryption"));

        assertThatThrownBy(() -> NodeCard.read(swapped.getBytes(UTF_8), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("not issued by the card’s root");
    }

    @Test
    void aCardIsRefusedWhenItsRootCertificateStandsInForTheSigningCertificate() {
        String swapped = new String(PORTUGAL.card().bytes(), UTF_8)
                .replace(base64(PORTUGAL, "signing"), base64(PORTUGAL, "root"));

        assertThatThrownBy(() -> NodeCard.read(swapped.getBytes(UTF_8), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("another use");
    }

    @Test
    void aCardIsRefusedWhenItsCertificatesHaveExpired() {
        Clock fourYearsOn = Clock.offset(NOON, Duration.ofDays(4 * 365));

        assertThatThrownBy(() -> NodeCard.read(PORTUGAL.card().bytes(), fourYearsOn))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("valid from");
    }

    @Test
    void aCardFromTheFutureIsRefused() {
        assertThatThrownBy(() -> NodeCard.read(PORTUGAL.card().bytes(), Clock.offset(NOON, Duration.ofMinutes(-20))))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not json",
                "{\"format\":\"comity-node-card/1\"}",
                "{\"format\":\"comity-node-card/1\",\"format\":\"comity-node-card/1\"}"
            })
    void whatIsNotACardIsRefusedInWords(String text) {
        assertThatThrownBy(() -> NodeCard.read(text.getBytes(UTF_8), NOON)).isInstanceOf(CardRefused.class);
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> NodeCard.read(new byte[NodeCard.MOST_BYTES + 1], NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://node.example.org",
                "ftp://127.0.0.1",
                "https://node.example.org/",
                "https://someone@node.example.org",
                "https://node.example.org?a=b",
                "file:///etc/passwd",
                "relative"
            })
    void anAddressThatIsNotSafeToCallIsRefused(String url) {
        NodeCard.Particulars particulars = SampleNodes.particulars(new PartyId("PT-contact-point"), URI.create(url));

        assertThatThrownBy(() -> NodeCard.issue(particulars, PORTUGAL.keys(), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("can’t be a node’s address");
    }

    @Test
    void aCardSaysWhereTheNodeTakesHi1() {
        URI door = URI.create("https://node.example.org:8443/hi1");
        NodeCard card = NodeCard.issue(takingHi1At(door), PORTUGAL.keys(), NOON);

        assertThat(NodeCard.read(card.bytes(), NOON).hi1()).contains(door);
        String moved = new String(card.bytes(), UTF_8).replace("8443", "9443");
        assertThatThrownBy(() -> NodeCard.read(moved.getBytes(UTF_8), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8443/hi1",
                "https://a@node.example.org/hi1",
                "hi1",
                "https://node.example.org?a=b"
            })
    void hi1IsNeverTakenWithoutTls(String door) {
        assertThatThrownBy(() -> NodeCard.issue(takingHi1At(URI.create(door)), PORTUGAL.keys(), NOON))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("HI-1");
    }

    private static NodeCard.Particulars takingHi1At(URI door) {
        return new NodeCard.Particulars(
                new PartyId("PT-contact-point"),
                "24/7 contact point",
                Set.of(NodeFunction.CONTACT_24_7),
                URI.create("https://node.example.org"),
                Optional.of(door),
                List.of("pt"),
                true);
    }

    @Test
    void aNodeCantIssueACardForAnotherParty() {
        NodeCard.Particulars particulars =
                SampleNodes.particulars(new PartyId("BR-contact-point"), URI.create("https://node.example.org"));

        assertThatThrownBy(() -> NodeCard.issue(particulars, PORTUGAL.keys(), NOON))
                .isInstanceOf(CardRefused.class);
    }

    @Property(tries = 300)
    void noAlteredByteLeavesADifferentCardValid(
            @ForAll @IntRange(min = 0, max = 2500) int position, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] altered = PORTUGAL.card().bytes();
        altered[position % altered.length] ^= (byte) change;
        try {
            assertThat(NodeCard.read(altered, NOON)).isEqualTo(PORTUGAL.card());
        } catch (CardRefused refused) {
            assertThat(refused).hasMessageMatching("(?s).{20,}");
        }
    }

    @Example
    void theStatementIsCanonicalJson() {
        String statement = new String(CardFormat.statement(PORTUGAL.card()), UTF_8);

        assertThat(statement)
                .startsWith("{\"encryption\":\"")
                .contains("\"exercise\":true,\"format\":\"comity-node-card/1\",\"functions\":[\"24-7-contact\"]")
                .endsWith("\"url\":\"http://127.0.0.1:18080\"}");
    }

    private static String base64(OwnNode node, String which) {
        return Base64.getEncoder()
                .encodeToString(NodeCard.encoded(
                        switch (which) {
                            case "root" -> node.card().root();
                            case "signing" -> node.card().signing();
                            default -> node.card().encryption();
                        }));
    }
}
