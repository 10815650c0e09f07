package org.comity.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.UUID;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.NoteKey;
import org.comity.ledger.SignedNote;
import org.comity.node.NodeTest;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest(properties = "comity.public-url=https://node.example.org/")
class JournalTests {

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ShiftableClock clock;

    @Autowired
    JournalKey key;

    final String subject = "request:" + UUID.randomUUID();

    @BeforeEach
    void threeSteps() {
        for (int step = 0; step < 3; step++) {
            inTransaction(() -> events.publishEvent(TestStep.about(subject)));
        }
    }

    @Test
    void entriesAboutASubjectComeInTheirOrderWithTheDomainsTime() {
        clock.advance(Duration.ofDays(30));
        inTransaction(() -> events.publishEvent(TestStep.about(subject)));

        assertThat(journal.entriesAbout(subject))
                .hasSize(4)
                .isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
        assertThat(Duration.between(
                        journal.entriesAbout(subject).getFirst().happenedAt(),
                        journal.entriesAbout(subject).getLast().happenedAt()))
                .isGreaterThanOrEqualTo(Duration.ofDays(30));
    }

    @Test
    void theCheckpointIsSignedByTheNodesKeyUnderItsOwnName() {
        SignedNote note = SignedNote.parse(journal.checkpoint().bytes());

        Checkpoint checkpoint =
                Checkpoint.open(note, "node.example.org/journal", NoteKey.of(journal.origin(), key.publicKey()));

        assertThat(checkpoint.size())
                .isEqualTo(journal.entriesAbout(subject).getLast().position() + 1);
        assertThat(journal.verify()).isEqualTo(new Verification.Intact(checkpoint.size(), checkpoint.root()));
    }

    @Test
    void aPeersOlderCheckpointIsShownToHaveOnlyGrown() {
        Checkpoint older = Checkpoint.parse(journal.checkpoint().text());
        inTransaction(() -> events.publishEvent(TestStep.about(subject)));
        Checkpoint newer = Checkpoint.parse(journal.checkpoint().text());

        assertThat(journal.consistency(older.size(), newer.size()).proves(older.root(), newer.root()))
                .isTrue();
    }

    @Test
    void aProofHoldsForItsEntryAndNotForAnAlteredOne() {
        ProvenEntry proven = journal.proofOf(position(1)).orElseThrow();
        Entry entry = proven.entry();
        Entry altered = new Entry(
                entry.position(),
                entry.happenedAt(),
                "someone else",
                entry.subject(),
                entry.what(),
                entry.commitment(),
                entry.details());

        assertThat(proven.holds()).isTrue();
        assertThat(new ProvenEntry(altered, proven.proof(), proven.checkpoint()).holds())
                .isFalse();
        assertThat(journal.proofOf(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void equalDetailsHaveDifferentCommitments() {
        assertThat(journal.find(position(0)).orElseThrow().commitment())
                .isNotEqualTo(journal.find(position(1)).orElseThrow().commitment());
    }

    @Test
    void erasedDetailsAreGoneAndTheTreeStillVerifies() {
        long erased = position(1);
        byte[] commitment = journal.find(erased).orElseThrow().commitment();

        assertThat(journal.erase(erased, "order of the data protection authority", "administrator"))
                .isTrue();

        Entry entry = journal.find(erased).orElseThrow();
        assertThat(entry.details())
                .isInstanceOfSatisfying(
                        Details.Erased.class,
                        details -> assertThat(details.because()).startsWith("order of"));
        assertThat(entry.commitment()).isEqualTo(commitment);
        assertThat(journal.proofOf(erased).orElseThrow().holds()).isTrue();
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        assertThat(journal.entriesAbout("journal:" + erased))
                .extracting(Entry::what)
                .containsExactly("details-erased");
        assertThat(journal.erase(erased, "again", "administrator")).isFalse();
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteWhatIsRecorded() {
        for (String forbidden : new String[] {
            "update journal.entry set actor = 'someone else'",
            "update journal.entry set details = '{}'",
            "update journal.entry set details = null, salt = null, erased_at = now(), erased_because = 'x'",
            "delete from journal.entry",
            "truncate journal.entry",
            "update journal.node set hash = hash",
            "delete from journal.node",
            "truncate journal.node",
            "update journal.tip set size = size - 1",
            "delete from journal.tip"
        }) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void whoeverSwitchesTheTriggersOffIsFoundOutAtTheFirstBadEntry() {
        long second = position(1);
        tamper(second, "update journal.entry set actor = 'someone else' where position = " + second);
        tamper(second, "update journal.entry set subject = 'request:other' where position = " + second);
        tamper(
                second,
                "update journal.entry set happened_at = happened_at - interval '1 day' where position = " + second);
        tamper(second, "update journal.entry set details = replace(details, '60', '90') where position = " + second);
        tamper(second, "update journal.entry set commitment = sha256('x') where position = " + second);
        tamper(second, "update journal.node set hash = sha256('x') where level = 0 and index = " + second);
        tamper(second, "delete from journal.entry where position = " + second);
        tamper(position(2), "delete from journal.entry where position = " + position(2));
    }

    /** Alters the journal as a database administrator could, looks what verification says, and undoes it. */
    private void tamper(long expected, String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
            assertThat(new VerifyingJournal(new Entries(jdbc), new Tree(jdbc)).verify())
                    .as(sql)
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            broken -> assertThat(broken.position()).isEqualTo(expected));
            status.setRollbackOnly();
        });
    }

    private long position(int step) {
        return journal.entriesAbout(subject).get(step).position();
    }

    private void inTransaction(Runnable step) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> step.run());
    }

    @TestConfiguration
    static class Keys {
        @Bean
        @Primary
        JournalKey testKey() throws GeneralSecurityException {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new JournalKey() {
                @Override
                public PublicKey publicKey() {
                    return keys.getPublic();
                }

                @Override
                public byte[] sign(byte[] message) {
                    try {
                        Signature signature = Signature.getInstance("Ed25519");
                        signature.initSign(keys.getPrivate());
                        signature.update(message);
                        return signature.sign();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }
}
