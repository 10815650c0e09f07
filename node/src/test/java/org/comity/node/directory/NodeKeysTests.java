package org.comity.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeKeysTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final PartyId PARTY = new PartyId("PT-contact-point");

    @TempDir
    Path home;

    @Test
    void keysAreTheSameAfterSavingAndOpening() {
        NodeKeys made = NodeKeys.generate(PARTY, "24/7 contact point", NOON);
        made.save(home);

        NodeKeys opened = NodeKeys.open(home);

        assertThat(opened.rootCertificate()).isEqualTo(made.rootCertificate());
        assertThat(opened.signingKey()).isEqualTo(made.signingKey());
        assertThat(opened.encryptionKey()).isEqualTo(made.encryptionKey());
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        NodeKeys.generate(PARTY, "24/7 contact point", NOON).save(home);

        assertThat(permissions("keys")).isEqualTo("rwx------");
        assertThat(permissions("keys/node.p12")).isEqualTo("rw-------");
        assertThat(permissions("keys/password")).isEqualTo("rw-------");
    }

    @Test
    void keysAreNeverOverwritten() {
        NodeKeys.generate(PARTY, "24/7 contact point", NOON).save(home);

        assertThatThrownBy(() ->
                        NodeKeys.generate(PARTY, "24/7 contact point", NOON).save(home))
                .isInstanceOf(NodeKeys.KeysUnavailable.class)
                .hasMessageContaining("already");
    }

    @Test
    void aNodeWithoutKeysSaysHowToMakeThem() {
        assertThatThrownBy(() -> NodeKeys.open(home))
                .isInstanceOf(NodeKeys.KeysUnavailable.class)
                .hasMessageContaining("comity node init");
    }

    @Test
    void aWrongPasswordIsSaidPlainly() throws IOException {
        NodeKeys.generate(PARTY, "24/7 contact point", NOON).save(home);
        Files.writeString(home.resolve("keys/password"), "something else");

        assertThatThrownBy(() -> NodeKeys.open(home))
                .isInstanceOf(NodeKeys.KeysUnavailable.class)
                .hasMessageContaining("password");
    }

    @Test
    void certificatesNameThePartyTheirUseAndTheirYears() {
        NodeKeys keys = NodeKeys.generate(PARTY, "24/7 contact point", NOON);

        assertThat(keys.rootCertificate().getNotAfter()).isEqualTo(Instant.parse("2036-11-22T12:00:00Z"));
        assertThat(keys.signingCertificate().getNotAfter()).isEqualTo(Instant.parse("2029-11-22T12:00:00Z"));
        assertThat(Certificates.party(keys.encryptionCertificate())).isEqualTo("PT-contact-point");
        assertThat(Certificates.unit(keys.encryptionCertificate())).isEqualTo("encryption");
        assertThat(keys.signingCertificate().getSerialNumber())
                .isNotEqualTo(keys.encryptionCertificate().getSerialNumber())
                .isPositive();
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
    }
}
