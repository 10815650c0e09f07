package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that tell each other how they are. */
class HealthTests {

    static final Person ADMINISTRATOR =
            new Person(new PersonId(UUID.randomUUID()), "administrator", Set.of(Role.ADMINISTRATOR));

    static ExchangeNode portugal;
    static ExchangeNode brazil;

    @BeforeAll
    static void start() {
        portugal = ExchangeNode.start("PT-contact-point");
        brazil = ExchangeNode.start("BR-contact-point");
        ExchangeNode.introduce(portugal, brazil);
    }

    @AfterAll
    static void stop() {
        portugal.close();
        brazil.close();
    }

    @Test
    void aTestThatIsReceiptedConfirmsTheEntryOnBothSidesAndLeavesNothingBehind() {
        PeerTests.Result result = portugal.get(TestingPeers.class).test(party(brazil), "a duty officer");

        assertThat(result.worked()).isTrue();
        assertThat(portugal.get(PeerTests.class).last(party(brazil)))
                .hasValueSatisfying(last -> assertThat(last.by()).isEqualTo("a duty officer"));
        Instant now = WallTime.clock().instant();
        assertThat(portugal.get(Peers.class).require(party(brazil)).staleSince(now))
                .isEmpty();
        assertThat(brazil.get(Peers.class).require(party(portugal)).lastHeardAt())
                .isPresent();
        assertThat(brazil.get(JdbcClient.class)
                        .sql("select count(*) from exchange.incoming")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTestThatFailsSaysWhyInWords() {
        try (ExchangeNode stranger = ExchangeNode.start("AR-contact-point")) {
            stranger.get(Peers.class).add(brazil.own().card(), "test");

            PeerTests.Result result = stranger.get(TestingPeers.class).test(party(brazil), "a duty officer");

            assertThat(result.trouble().orElseThrow().toString())
                    .contains("BR-contact-point does not know AR-contact-point");
            assertThat(stranger.get(Peers.class).require(party(brazil)).lastHeardAt())
                    .isEmpty();
        }
    }

    @Test
    void anEntryGoesStaleADayAfterThePeerWasLastHeard() {
        portugal.get(TestingPeers.class).testAll();
        Instant heard =
                portugal.get(Peers.class).require(party(brazil)).lastHeardAt().orElseThrow();

        var peer = portugal.get(Peers.class).require(party(brazil));
        assertThat(peer.staleSince(heard.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(peer.staleSince(heard.plus(Duration.ofHours(25)))).contains(heard);
    }

    @Test
    void aNoticeReachesThePeersAndIsCalledOffThere() {
        Instant from = WallTime.clock().instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        MaintenanceNotice notice = portugal.get(MaintenanceNotices.class)
                .announce(from, from.plus(Duration.ofHours(2)), "The database is moved; <telephone>.", ADMINISTRATOR);

        eventually(() -> assertThat(brazil.get(MaintenanceNotices.class).of(party(portugal)))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.text()).isEqualTo("The database is moved; <telephone>.");
                    assertThat(heard.from()).isEqualTo(from);
                    assertThat(heard.holdsAt(from.plusSeconds(1))).isTrue();
                    assertThat(heard.holdsAt(from.minusSeconds(1))).isFalse();
                }));
        eventually(() -> assertThat(portugal.get(MaintenanceNotices.class)
                        .told(portugal.get(MaintenanceNotices.class).own().getFirst()))
                .isEqualTo(new MaintenanceNotices.Told(1, 1)));

        portugal.get(MaintenanceNotices.class).callOff(notice.id(), ADMINISTRATOR);

        eventually(
                () -> assertThat(brazil.get(MaintenanceNotices.class).ofPeers()).isEmpty());
        assertThat(portugal.journaled()).contains("notice-given", "notice-called-off");
    }

    @Test
    void aNoticeThatEndsBeforeItBeginsIsRefused() {
        Instant from = WallTime.clock().instant().plus(Duration.ofHours(1));

        assertThatThrownBy(() ->
                        portugal.get(MaintenanceNotices.class).announce(from, from.minusSeconds(1), "x", ADMINISTRATOR))
                .hasMessageContaining("end must be after the beginning");
    }

    private static PartyId party(ExchangeNode node) {
        return node.own().party();
    }
}
