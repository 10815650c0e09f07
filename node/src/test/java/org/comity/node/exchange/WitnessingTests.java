package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.exchange.Patience.eventually;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.ledger.AddCheckpoint;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Hash;
import org.comity.ledger.HttpTileSource;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.PublishedLog;
import org.comity.ledger.SignedNote;
import org.comity.node.directory.Peers;
import org.comity.node.journal.Contradiction;
import org.comity.node.journal.Contradiction.Nature;
import org.comity.node.journal.Contradiction.Side;
import org.comity.node.journal.Cosignatures;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.Journal;
import org.comity.node.journal.JournalKey;
import org.comity.node.journal.Journaled;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.OtherJournals;
import org.comity.node.journal.Witnessed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that witness each other's journals, and what happens when one of them does not keep its own. */
class WitnessingTests {

    static ExchangeNode portugal;
    static ExchangeNode brazil;

    record Step(String subject) implements Journaled {
        @Override
        public String what() {
            return "matter-invented";
        }

        @Override
        public String actor() {
            return "somebody";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

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
    void aNodeThatRewritesItsJournalIsFoundOutByItsWitnessAndToldSo() {
        exchange(portugal, brazil);
        eventually(() -> {
            assertThat(witnessed(brazil)).isEqualTo(brazil.get(Journal.class).size());
            assertThat(witnessed(portugal))
                    .isEqualTo(portugal.get(Journal.class).size());
        });
        long seen = witnessed(brazil);

        rewrite(brazil, (int) seen + 3);
        exchange(brazil, portugal);

        eventually(() -> {
            assertThat(found(portugal, Side.THEIRS)).singleElement().satisfies(it -> {
                assertThat(it.nature()).isEqualTo(Nature.REWRITTEN);
                assertThat(it.party()).isEqualTo("BR-contact-point");
                assertThat(it.isOpen()).isTrue();
            });
            assertThat(found(brazil, Side.OURS))
                    .singleElement()
                    .satisfies(it -> assertThat(it.party()).isEqualTo("PT-contact-point"));
        });
        Contradiction evidence = found(portugal, Side.THEIRS).getFirst();
        assertThat(List.of(evidence.seen(), evidence.shown()))
                .allSatisfy(note -> assertThat(Checkpoint.open(
                                        SignedNote.parse(note),
                                        evidence.origin(),
                                        journalOf(portugal, brazil).key())
                                .size())
                        .isPositive());
        assertThat(witnessed(brazil))
                .as("nothing of the new history is cosigned")
                .isEqualTo(seen);
        assertThat(portugal.journaled()).contains("journal-of-peer-contradicted");
        assertThat(brazil.journaled()).contains("own-journal-disputed");

        // the two speak, and both settle it
        portugal.get(OtherJournals.class).accept(evidence.id(), "restored from a backup, says their desk", "a person");
        brazil.get(OtherJournals.class)
                .accept(found(brazil, Side.OURS).getFirst().id(), "we restored a backup", "a person");
        exchange(portugal, brazil);
        eventually(() -> assertThat(witnessed(brazil)).isGreaterThan(seen));
        assertThat(found(portugal, Side.THEIRS)).noneMatch(Contradiction::isOpen);
    }

    @Test
    void aNodeThatShowsTwoViewsOfItsJournalIsFoundOut() throws Exception {
        exchange(brazil, portugal);
        eventually(() -> assertThat(witnessed(portugal))
                .isEqualTo(portugal.get(Journal.class).size()));
        Checkpoint seen = brazil.get(OtherJournals.class)
                .seenOf(journalOf(brazil, portugal))
                .orElseThrow()
                .checkpoint();

        SignedNote otherView = Checkpoint.of(seen.origin(), seen.size(), Hash.ofLeaf(new byte[0]))
                .signedBy(signer(portugal));
        int status = post(brazil, new AddCheckpoint(seen.size(), List.of(), otherView));

        assertThat(status).isEqualTo(409);
        assertThat(found(brazil, Side.THEIRS))
                .filteredOn(it -> it.nature() == Nature.SPLIT)
                .singleElement()
                .satisfies(it -> assertThat(it.shown()).isEqualTo(otherView.toString()));
    }

    @Test
    void anOldCheckpointOrAWorthlessProofFromAnybodyAccusesNobody() throws Exception {
        SignedNote old = portugal.get(Journal.class).checkpoint();
        exchange(portugal, brazil);
        eventually(() -> assertThat(brazil.get(OtherJournals.class)
                        .seenOf(journalOf(brazil, portugal))
                        .orElseThrow()
                        .checkpoint()
                        .size())
                .isGreaterThan(Checkpoint.parse(old.text()).size()));
        int before = found(brazil, Side.THEIRS).size();

        assertThat(post(brazil, new AddCheckpoint(0, List.of(), old))).isEqualTo(409);
        brazil.get(CosigningOthers.class).look("PT-contact-point");

        assertThat(found(brazil, Side.THEIRS)).hasSize(before);
        SignedNote forged = new SignedNote(old.text(), List.of(new SignedNote.Line("x", 1, new byte[64])));
        assertThat(post(brazil, new AddCheckpoint(0, List.of(), forged))).isEqualTo(403);
        SignedNote stranger = Checkpoint.of("stranger.example.org/journal", 0, Hash.OF_NOTHING)
                .signedBy(signer(portugal));
        assertThat(post(brazil, new AddCheckpoint(0, List.of(), stranger))).isEqualTo(404);
    }

    @Test
    void anybodyCanFollowTheJournalAndNobodyReadsIt() throws Exception {
        exchange(portugal, brazil);
        OtherJournal followed = journalOf(brazil, portugal);

        PublishedLog log = PublishedLog.open(
                new HttpTileSource(followed.published()), followed.key().name(), followed.key());
        log.recompute();

        assertThat(log.checkpoint().size()).isPositive();
        HttpResponse<String> entries = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(followed.published().resolve("tile/entries/000.p/1"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(entries.statusCode()).isEqualTo(404);
    }

    @Test
    void aDisclosedEntryCarriesTheCosignatureOfTheCounterpart() {
        exchange(portugal, brazil);
        eventually(() -> assertThat(witnessed(portugal)).isPositive());

        Disclosure disclosure = portugal.get(Journal.class).disclose(0, false).orElseThrow();

        assertThat(disclosure.witnessKeys())
                .contains(journalOf(portugal, brazil).witness());
        assertThat(disclosure.check()).allMatch(Disclosure.Finding::holds);
    }

    private static void exchange(ExchangeNode from, ExchangeNode to) {
        MessageId id = from.send(UUID.randomUUID(), to, "<preserve/>");
        eventually(() -> assertThat(from.delivery(id).state()).isEqualTo(Delivery.State.CONFIRMED));
    }

    private static long witnessed(ExchangeNode node) {
        return node.get(Cosignatures.class).last().stream()
                .mapToLong(Witnessed::size)
                .max()
                .orElse(0);
    }

    private static List<Contradiction> found(ExchangeNode node, Side side) {
        return node.get(OtherJournals.class).contradictions().stream()
                .filter(it -> it.side() == side)
                .toList();
    }

    private static OtherJournal journalOf(ExchangeNode at, ExchangeNode of) {
        return CosigningOthers.journalOf(at.get(Peers.class).require(of.own().party()));
    }

    private static NoteSigner signer(ExchangeNode node) {
        JournalKey key = node.get(JournalKey.class);
        return NoteSigner.of(node.get(Journal.class).origin(), key.publicKey(), key::sign);
    }

    private static int post(ExchangeNode to, AddCheckpoint asked) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(OtherJournal.of(
                                                "x",
                                                to.own().card().url(),
                                                to.own().card().root().getPublicKey())
                                        .published()
                                        .resolve("add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(asked.bytes()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As somebody can who owns the database. */
    private static void rewrite(ExchangeNode node, int steps) {
        node.inTransaction(() -> {
            JdbcClient jdbc = node.get(JdbcClient.class);
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from journal.entry").update();
            jdbc.sql("delete from journal.node").update();
            jdbc.sql("update journal.tip set size = 0, peaks = '{}'").update();
            return steps;
        });
        node.inTransaction(() -> {
            for (int step = 0; step < steps; step++) {
                node.publish(new Step("matter:" + step));
            }
            return steps;
        });
    }
}
