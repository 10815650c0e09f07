package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
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

    private Path sealed(Exhibit exhibit) throws Exception {
        try (var files = Files.walk(places.vault())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .contains(exhibit.id().value().toString()))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
