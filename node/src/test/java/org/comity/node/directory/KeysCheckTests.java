package org.comity.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Finding.Verdict;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCheckTests {

    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365 + 1);

    @TempDir
    Path home;

    @BeforeEach
    void make() {
        NodeKeys.generate(new PartyId("PT-contact-point"), "PT", WallTime.clock())
                .save(home);
    }

    @Test
    void newKeysAreWellForYears() throws Exception {
        assertThat(look(WallTime.clock()))
                .extracting(Finding::verdict)
                .hasSize(4)
                .containsOnly(Verdict.WELL);
    }

    @Test
    void aCertificateThatEndsIsNamedAMonthBeforeAndAfterIt() throws Exception {
        var before = Clock.offset(WallTime.clock(), THREE_YEARS.minusDays(20));
        assertThat(saying(look(before), Verdict.SOON)).hasSize(2).allMatch(said -> said.contains(" ends on "));
        assertThat(saying(look(before), Verdict.FAILED)).isEmpty();

        var after = Clock.offset(WallTime.clock(), THREE_YEARS.plusDays(1));
        assertThat(saying(look(after), Verdict.FAILED))
                .hasSize(2)
                .anyMatch(
                        said -> said.startsWith("The certificate for signing messages") && said.contains(" ended on "))
                .anyMatch(said -> said.startsWith("The certificate to which messages are sealed"));
    }

    @Test
    void aKeyThatIsNotTheOneOfItsCertificateIsNamed() throws Exception {
        swap("signing", "Ed25519");
        assertThat(saying(look(WallTime.clock()), Verdict.FAILED))
                .containsExactly("The signing key is not the one of its certificate.");

        swap("encryption", "X25519");
        assertThat(saying(look(WallTime.clock()), Verdict.FAILED))
                .contains("The encryption key is not the one of its certificate.");
    }

    private void swap(String entry, String algorithm) throws Exception {
        var file = home.resolve("keys").resolve("node.p12");
        var password = Files.readString(home.resolve("keys").resolve("password"))
                .strip()
                .toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        var stranger = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        store.setKeyEntry(entry, stranger, password, store.getCertificateChain(entry));
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    private List<Finding> look(Clock clock) throws Exception {
        return new KeysCheck(NodeKeys.open(home), clock).look();
    }

    private static List<String> saying(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.said().inEnglish())
                .toList();
    }
}
