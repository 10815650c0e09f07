package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What lies in the vault stays readable under a new key, and damage is noticed. */
@NodeTest
class KeepingVaultTests {

    @Autowired
    TakingInEvidence taking;

    @Autowired
    ReadingEvidence reading;

    @Autowired
    RenewingVaultKey renewing;

    @Autowired
    CheckingContents checking;

    @Autowired
    KeepingVault keeping;

    @Autowired
    SweepingVault sweeping;

    @Autowired
    DestroyingEvidence destroying;

    @Autowired
    Custody custody;

    @Autowired
    Blobs blobs;

    @Autowired
    VaultSettings settings;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Uploads uploads;

    @Autowired
    VaultKeys keys;

    @Autowired
    VaultConfiguration.Places places;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private Person administrator;
    private final byte[] content = new byte[300_000];

    @BeforeEach
    void somebody() {
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        new Random(7).nextBytes(content);
    }

    private Exhibit exhibit() throws Exception {
        return taking.takeIn(particulars(), "duty officer", Optional.empty(), new ByteArrayInputStream(content));
    }

    private static Particulars particulars() {
        return Particulars.of("mailbox.mbox", Origin.OFFICER, "duty officer")
                .withAbout(Set.of("case-file:" + UUID.randomUUID()));
    }

    private byte[] read(Exhibit exhibit) throws Exception {
        try (var open = reading.open(exhibit.id());
                var all = open.from(0)) {
            return all.readAllBytes();
        }
    }

    @Test
    void underANewKeyEverythingOpensAndTheOldOneIsGoneUnlessAnUploadIsUnderIt() throws Exception {
        var exhibit = exhibit();
        int before = keys.newest();
        assertThat(renewing.renew(administrator)).isPositive();
        assertThat(exhibits.key(exhibit.id()).orElseThrow().under()).isEqualTo(before + 1);
        assertThat(read(exhibit)).isEqualTo(content);
        var used = uploads.all().stream().map(it -> it.key().under()).toList();
        assertThat(keys.numbers()).allMatch(number -> number == before + 1 || used.contains(number));
        assertThat(journal.entriesAbout("node:vault")).extracting(Entry::what).contains("vault-key-renewed");
    }

    @Test
    void aRenewalThatACrashCutOffGoesOnWhenItIsAskedForAgain() throws Exception {
        var exhibit = exhibit();
        keys.renew(); // and then the power went
        assertThat(read(exhibit)).isEqualTo(content);
        renewing.renew(administrator);
        assertThat(exhibits.key(exhibit.id()).orElseThrow().under()).isEqualTo(keys.newest());
        assertThat(read(exhibit)).isEqualTo(content);
    }

    @Test
    void onlyAnAdministratorRenewsTheKeyOrAsksForACheck() {
        var overseer = SomePeople.with(jdbc, Role.OVERSEER);
        assertThatThrownBy(() -> renewing.renew(overseer)).isInstanceOf(EvidenceRefused.class);
        assertThatThrownBy(() -> checking.askForAll(overseer)).isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void aContentThatLostABitIsNamedAndIsSoundAgainOnceItIsRestored() throws Exception {
        var exhibit = exhibit();
        Path file = sealed(exhibit);
        byte[] sound = Files.readAllBytes(file);
        byte[] damaged = sound.clone();
        damaged[damaged.length / 2] ^= 1;
        file.toFile().setWritable(true);
        Files.write(file, damaged);
        try {
            due(exhibit);
            checkAll();
            assertThat(keeping.state().damaged()).contains(exhibit.mark());
            assertThat(journal.entriesAbout(exhibit.id().subject()))
                    .extracting(Entry::what)
                    .contains("exhibit-content-damaged");
        } finally {
            Files.write(file, sound);
        }
        due(exhibit);
        checkAll();
        assertThat(keeping.state().damaged()).doesNotContain(exhibit.mark());
        assertThat(keeping.state().due()).isZero();
    }

    @Test
    void aRangeIsReadWithoutTheRest() throws Exception {
        var exhibit = exhibit();
        try (var open = reading.open(exhibit.id())) {
            var part = new ByteArrayOutputStream();
            open.copy(262_100, 1_000, part);
            assertThat(part.toByteArray()).isEqualTo(Arrays.copyOfRange(content, 262_100, 263_100));
        }
    }

    @Test
    void whatTwoPersonsDestroyedIsGoneAndTheProofOfItStays() throws Exception {
        var exhibit = exhibit();
        var first = SomePeople.with(jdbc, Role.DUTY_OFFICER, Role.OVERSEER);
        var second = SomePeople.with(jdbc, Role.APPROVER, Role.DUTY_OFFICER, Role.OVERSEER);
        destroying.order(first, exhibit.id(), "court order 7/26", "acquitted");
        destroying.agree(second, exhibit.id());
        assertThat(blobs.has(exhibit.id().value())).isFalse();
        assertThatThrownBy(() -> reading.open(exhibit.id())).isInstanceOf(EvidenceRefused.class);
        assertThat(custody.of(exhibit.id()).steps())
                .extracting(step -> step.said().what())
                .endsWith("destruction-ordered", "key-destroyed", "destroyed");
        assertThat(journal.entriesAbout(exhibit.id().subject())).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void nothingIsTakenInBeyondTheQuota() throws Exception {
        exhibit();
        long held = exhibits.bytesHeld() + uploads.bytesPromised();
        var tight = new VaultSettings(
                Optional.empty(),
                Optional.of(DataSize.ofBytes(held + 1_000)),
                settings.largest(),
                settings.reserve(),
                settings.uploadsWait(),
                settings.checkEvery(),
                settings.s3());
        var room = new VaultRoom(exhibits, uploads, blobs, keys, tight, places);
        room.check(1_000);
        assertThatThrownBy(() -> room.check(1_001))
                .isInstanceOfSatisfying(
                        EvidenceRefused.class, it -> assertThat(it.why()).isEqualTo(EvidenceRefused.Why.FULL));
    }

    @Test
    void anUploadForWhichNobodyCameBackIsDroppedWhileTheNodeRuns() throws Exception {
        var left = begin();
        var goesOn = begin();
        jdbc.sql("update evidence.upload set expires_at = now() - interval '1 day' where id = :id")
                .param("id", left.id().value())
                .update();
        sweeping.dropExpired();
        assertThat(taking.find(left.id())).isEmpty();
        assertThat(taking.find(goesOn.id())).isPresent();
        taking.cancel(goesOn);
    }

    private Upload begin() throws Exception {
        return taking.begin(particulars(), OptionalLong.of(content.length), "duty officer", Optional.empty());
    }

    private void due(Exhibit exhibit) {
        jdbc.sql("""
                insert into evidence.content_check (exhibit, checked_at, due) values (:id, now(), true)
                on conflict (exhibit) do update set due = true
                """).param("id", exhibit.id().value()).update();
    }

    private void checkAll() {
        boolean more = true;
        while (more) {
            more = checking.checkDue();
        }
    }

    /** The folder in which the store lies, whichever it is. */
    Path store() {
        return places.vault();
    }

    private Path sealed(Exhibit exhibit) throws Exception {
        try (var files = Files.walk(store())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .contains(exhibit.id().value().toString()))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
