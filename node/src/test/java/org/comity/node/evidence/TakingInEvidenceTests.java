package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is there, once, whatever happened meanwhile. */
@NodeTest
class TakingInEvidenceTests {

    private static final byte[] CONTENT = content(700_000);

    @Autowired
    private TakingInEvidence taking;

    @Autowired
    private ReadingEvidence reading;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Uploads uploads;

    @Autowired
    private OpenUploads open;

    @Autowired
    private SweepingVault sweeping;

    @Autowired
    private Custody custody;

    @Autowired
    private Journal journal;

    @Autowired
    private Blobs blobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String about = "case-file:" + UUID.randomUUID();

    @Test
    void anExhibitComesOutAsItCameInWithTheFirstStepsOfItsCustody() throws Exception {
        Exhibit exhibit = taking.takeIn(
                particulars()
                        .with(it -> it.conditions(List.of(Condition.of("only for this case")))
                                .provision("ets185:18")),
                "duty officer",
                Optional.empty(),
                new ByteArrayInputStream(CONTENT));

        assertThat(exhibit.sha256()).isEqualTo(sha256(CONTENT));
        assertThat(exhibit.size()).isEqualTo(CONTENT.length);
        assertThat(exhibit.mark()).matches("PT-E-\\d{4,}");
        assertThat(exhibits.about(about)).containsExactly(exhibit);
        assertThat(read(exhibit)).isEqualTo(CONTENT);
        assertThat(custody.of(exhibit.id()).steps())
                .extracting(step -> step.said().what())
                .containsExactly("taken-in", "limited");
        assertThat(custody.faults(exhibit.id())).isEmpty();
        assertThat(journal.entriesAbout(exhibit.id().subject()))
                .extracting(Entry::what)
                .containsExactly("exhibit-taken-in", "exhibit-limited");
    }

    @Test
    void theDatabaseRefusesToChangeAChainOfCustody() throws Exception {
        Exhibit exhibit = takeIn();

        assertThatThrownBy(() -> jdbc.sql("update evidence.custody_step set statement = '{}' where exhibit = :id")
                        .param("id", exhibit.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only grows");
    }

    @Test
    void aBrokenStreamLeavesNothing() throws Exception {
        assertThatThrownBy(() ->
                        taking.takeIn(particulars(), "duty officer", Optional.empty(), breakingAfter(CONTENT, 400_000)))
                .hasMessage("the line broke");

        assertThat(exhibits.about(about)).isEmpty();
        assertThat(uploads.all())
                .noneMatch(upload -> upload.particulars().about().contains(about));
    }

    @Test
    void anUploadGoesOnAfterACutLineAndARestart() throws Exception {
        Upload upload = begin();
        assertThatThrownBy(() -> taking.append(upload, 0, breakingAfter(CONTENT, 300_000)))
                .hasMessage("the line broke");
        assertThat(taking.received(upload)).isEqualTo(300_000);

        open.close(upload.id()); // a restarted node has only what is on disk
        assertThat(taking.received(upload)).isEqualTo(300_000);
        taking.append(upload, 300_000, from(300_000));

        assertTakenInOnce(upload);
    }

    @Test
    void aCrashBeforeTheStoreKeepsItIsMendedAtTheNextStart() throws Exception {
        Upload upload = begin();
        open.work(upload, sealing -> {
            sealing.append(from(0));
            return sealing.finish();
        });
        open.close(upload.id());

        sweeping.atStart();

        assertTakenInOnce(upload);
    }

    @Test
    void aCrashBeforeTheRowIsCommittedIsMendedAtTheNextStart() throws Exception {
        Upload upload = begin();
        open.work(upload, sealing -> {
            sealing.append(from(0));
            return sealing.finish();
        });
        open.close(upload.id());
        blobs.keep(upload.id().value(), open.file(upload.id()));

        sweeping.atStart();

        assertTakenInOnce(upload);
    }

    @Test
    void aCrashAfterTheCommitLeavesOneExhibitAndNothingBeside() throws Exception {
        Upload upload = begin();
        taking.append(upload, 0, from(0));
        Files.write(open.file(upload.id()).resolveSibling(upload.id() + ".upload.rest"), new byte[9]);

        sweeping.atStart();

        assertTakenInOnce(upload);
        assertThat(blobs.all()).contains(upload.id().value());
    }

    /** Else a node that is started with another database by mistake would destroy all evidence. */
    @Test
    void whatIsSealedAndUnknownToThisDatabaseIsLeftWhereItIs() throws Exception {
        UUID unknown = UUID.randomUUID();
        Path staged = open.file(new ExhibitId(unknown));
        blobs.keep(unknown, Files.write(staged, new byte[9]));
        Path foreign = Files.write(staged.resolveSibling("a-note-of-the-operator-about-this-folder.txt"), new byte[9]);

        sweeping.atStart();

        assertThat(blobs.has(unknown)).isTrue();
        assertThat(foreign).exists();
        blobs.remove(unknown);
        Files.delete(foreign);
    }

    @Test
    void aTransactionThatFailsLeavesTheUploadToBeFinishedLater() throws Exception {
        Upload upload = begin();
        jdbc.sql("alter table evidence.exhibit add constraint broken check (size <> 700000) not valid")
                .update();
        try {
            assertThatThrownBy(() -> taking.append(upload, 0, from(0))).isInstanceOf(DataAccessException.class);
            assertThat(exhibits.find(upload.id())).isEmpty();
        } finally {
            jdbc.sql("alter table evidence.exhibit drop constraint broken").update();
        }

        assertThat(taking.received(upload)).isEqualTo(CONTENT.length);

        assertTakenInOnce(upload);
    }

    @Test
    void anUploadForWhichNobodyComesBackIsDropped() throws Exception {
        Upload upload = begin();
        taking.append(upload, 0, new ByteArrayInputStream(CONTENT, 0, 1000));
        uploads.expireAt(upload.id(), clock.instant().minusSeconds(1));

        sweeping.atStart();

        assertThat(uploads.find(upload.id())).isEmpty();
        assertThat(staged(upload)).isEmpty();
    }

    @Test
    void whoSendsFromAnotherPlaceOrMoreThanWasSaidIsRefused() throws Exception {
        Upload upload = begin();
        assertThatThrownBy(() -> taking.append(upload, 5, from(5)))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessageContaining("stands at byte 0");
        assertThatThrownBy(() -> taking.append(upload, 0, new ByteArrayInputStream(content(700_001))))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessageContaining("larger");
        taking.cancel(upload);
        assertThat(uploads.find(upload.id())).isEmpty();
    }

    private void assertTakenInOnce(Upload upload) throws Exception {
        assertThat(uploads.find(upload.id())).isEmpty();
        assertThat(exhibits.about(about)).hasSize(1);
        assertThat(read(exhibits.find(upload.id()).orElseThrow())).isEqualTo(CONTENT);
        assertThat(custody.of(upload.id()).steps()).hasSize(1);
        assertThat(staged(upload)).isEmpty();
    }

    private List<Path> staged(Upload upload) throws IOException {
        try (var files = Files.list(open.file(upload.id()).getParent())) {
            return files.filter(file -> file.toString().contains(upload.id().toString()))
                    .toList();
        }
    }

    private Upload begin() {
        return taking.begin(particulars(), OptionalLong.of(CONTENT.length), "duty officer", Optional.empty());
    }

    private Exhibit takeIn() throws IOException {
        return taking.takeIn(particulars(), "duty officer", Optional.empty(), from(0));
    }

    private Particulars particulars() {
        return Particulars.of("mailbox.mbox", Origin.OFFICER, "duty officer").withAbout(Set.of(about));
    }

    private byte[] read(Exhibit exhibit) throws IOException {
        try (var content = reading.open(exhibit.id());
                var all = content.from(0)) {
            return all.readAllBytes();
        }
    }

    private static InputStream from(int place) {
        return new ByteArrayInputStream(CONTENT, place, CONTENT.length - place);
    }

    private static InputStream breakingAfter(byte[] content, int count) {
        return new FilterInputStream(new ByteArrayInputStream(content, 0, count)) {
            @Override
            public int read(byte[] target, int offset, int most) throws IOException {
                int some = super.read(target, offset, most);
                if (some < 0) {
                    throw new IOException("the line broke");
                }
                return some;
            }
        };
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
