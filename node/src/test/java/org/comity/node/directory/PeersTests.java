package org.comity.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.TestPostgres;
import org.comity.node.journal.Journaled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeersTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final OwnNode PORTUGAL = SampleNodes.contactPoint("PT-contact-point", 18080, NOON);
    private static final OwnNode BRAZIL = SampleNodes.contactPoint("BR-contact-point", 18081, NOON);

    private static HikariDataSource dataSource;

    private final List<Object> published = new ArrayList<>();
    private JdbcClient database;
    private Peers peers;

    @BeforeAll
    static void connect() {
        dataSource = TestPostgres.migrated();
    }

    @AfterAll
    static void disconnect() {
        dataSource.close();
    }

    @BeforeEach
    void emptyDirectory() {
        database = JdbcClient.create(dataSource);
        database.sql("delete from directory.peer").update();
        database.sql("delete from directory.former_card").update();
        peers = new Peers(database, published::add, NOON, PORTUGAL);
    }

    @Test
    void anAddedPeerIsFoundByPartyAndByStateAndFunction() {
        peers.add(BRAZIL.card(), "administrator");

        assertThat(peers.find(BRAZIL.party())).map(Peer::card).contains(BRAZIL.card());
        assertThat(peers.forState("BR", NodeFunction.CONTACT_24_7)).hasSize(1);
        assertThat(peers.forState("BR", NodeFunction.PROVIDER)).isEmpty();
        assertThat(peers.forState("AR", NodeFunction.CONTACT_24_7)).isEmpty();
        assertThat(peers.all()).extracting(Peer::addedBy).containsExactly("administrator");
    }

    @Test
    void everyChangeIsJournaled() {
        peers.add(BRAZIL.card(), "administrator");
        peers.remove(BRAZIL.party(), "administrator");

        assertThat(published)
                .extracting(event -> ((Journaled) event).what())
                .containsExactly("peer-added", "peer-removed");
        assertThat(((Journaled) published.getFirst()).details())
                .containsEntry("fingerprint", BRAZIL.card().fingerprint().hex());
    }

    @Test
    void addingTheSameCardAgainChangesNothing() {
        peers.add(BRAZIL.card(), "administrator");
        peers.add(BRAZIL.card(), "administrator");

        assertThat(published).hasSize(1);
        assertThat(peers.formerCards(BRAZIL.party())).isEmpty();
    }

    @Test
    void aNewerCardUnderTheSameRootIsTakenAndTheFormerOneKept() {
        peers.add(BRAZIL.card(), "administrator");
        NodeCard moved = NodeCard.issue(
                SampleNodes.particulars(BRAZIL.party(), URI.create("https://new.example.org")),
                BRAZIL.keys(),
                Clock.offset(NOON, Duration.ofMinutes(1)));

        peers.add(moved, "administrator");

        assertThat(peers.require(BRAZIL.party()).card().url()).isEqualTo(URI.create("https://new.example.org"));
        assertThat(peers.formerCards(BRAZIL.party())).containsExactly(BRAZIL.card());
        assertThatThrownBy(() -> peers.add(BRAZIL.card(), "administrator"))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("older");
    }

    @Test
    void aChangedRootIsNeverTakenSilently() {
        peers.add(BRAZIL.card(), "administrator");
        OwnNode impostor = SampleNodes.contactPoint("BR-contact-point", 18081, NOON);

        assertThatThrownBy(() -> peers.add(impostor.card(), "administrator"))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("another root");
        assertThat(peers.require(BRAZIL.party()).card()).isEqualTo(BRAZIL.card());

        peers.replace(impostor.card(), "administrator");
        assertThat(peers.require(BRAZIL.party()).card()).isEqualTo(impostor.card());
    }

    @Test
    void aNodeIsNotItsOwnPeer() {
        assertThatThrownBy(() -> peers.add(PORTUGAL.card(), "administrator"))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("own card");
    }

    @Test
    void exerciseNodesAndRealOnesNeverMix() {
        PartyId party = new PartyId("AR-contact-point");
        NodeKeys keys = NodeKeys.generate(party, "24/7 contact point", NOON);
        NodeCard real = NodeCard.issue(
                new NodeCard.Particulars(
                        party,
                        "24/7 contact point",
                        java.util.Set.of(NodeFunction.CONTACT_24_7),
                        URI.create("https://node.example.org"),
                        List.of("es"),
                        false),
                keys,
                NOON);

        assertThatThrownBy(() -> peers.add(real, "administrator"))
                .isInstanceOf(CardRefused.class)
                .hasMessageContaining("never mix");
    }

    @Test
    void anUnknownPeerIsSaidToBeUnknownWithWhatToDo() {
        assertThatThrownBy(() -> peers.require(BRAZIL.party()))
                .isInstanceOf(Peers.UnknownPeer.class)
                .hasMessageContaining("comity node peer add");
    }
}
