package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this library writes, read by {@code verifier/verify.py}, which knows the specifications and nothing of the library. */
class IndependentVerifierTests {

    private static final long[] SIZES = {1, 2, 255, 256, 257, 700, 1537};

    private final Witness witness = Witness.of(
            "example.net/witness",
            TestKeys.of("witness"),
            Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC));

    private record Verdict(int status, String text) {}

    @BeforeAll
    static void needsPython() {
        assumeThat(hasPython())
                .as("there is no python3 here, so no second program reads what this library writes")
                .isTrue();
    }

    @Test
    void tilesCheckpointCosignatureAndProofsHoldInAnotherLanguage(@TempDir Path folder) throws Exception {
        publish(folder);
        Verdict verdict = verify(folder);
        assertThat(verdict.status()).as(verdict.text()).isZero();
        assertThat(verdict.text())
                .contains("1537 entries: signed by its key")
                .contains("cosigned by example.net/witness at 1800000000")
                .contains("tiles: give the root")
                .contains("35 inclusion and 28 consistency proofs: hold");
    }

    @Test
    void theGoldenTilesHoldInAnotherLanguageToo() throws Exception {
        Path golden = Path.of(
                IndependentVerifierTests.class.getResource("/golden/checkpoint").toURI());
        Verdict verdict =
                run(golden.getParent().toString(), LogTests.SIGNER.key().toString());
        assertThat(verdict.status()).as(verdict.text()).isZero();
    }

    @Test
    void theOtherProgramNamesWhatWasAltered(@TempDir Path folder) throws Exception {
        publish(folder);
        for (String path : List.of("tile/0/003", "tile/1/000.p/6", "tile/entries/006.p/1", "checkpoint")) {
            byte[] content = Files.readAllBytes(folder.resolve(path));
            byte[] altered = content.clone();
            altered[altered.length - (path.equals("checkpoint") ? 20 : 1)] ^= 1;
            Files.write(folder.resolve(path), altered);
            Verdict verdict = verify(folder);
            assertThat(verdict.status()).as(path).isEqualTo(1);
            assertThat(verdict.text()).as(path).contains("does not hold");
            Files.write(folder.resolve(path), content);
        }
        String proofs = Files.readString(folder.resolve("proofs.json"));
        Files.writeString(folder.resolve("proofs.json"), proofs.replace("\"index\":254,", "\"index\":253,"));
        assertThat(verify(folder).text()).contains("inclusion proof does not hold");
    }

    private void publish(Path folder) throws IOException {
        try (FolderTileStore store = FolderTileStore.open(folder)) {
            Log log = Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
            for (long size : SIZES) {
                log.append(LogTests.entries((int) log.size(), (int) size));
            }
            store.write(
                    new Resource.LatestCheckpoint(),
                    witness.cosignFirst(log.checkpoint(), LogTests.ORIGIN, LogTests.SIGNER.key())
                            .bytes());
            Files.writeString(folder.resolve("proofs.json"), proofs(log, new TiledTree(store, log.size())));
        }
    }

    private static String proofs(Log log, TiledTree tree) throws IOException {
        List<String> inclusion = new ArrayList<>();
        List<String> consistency = new ArrayList<>();
        for (long size : SIZES) {
            for (long index : new long[] {0, size / 3, size / 2, size - 1, Math.max(0, size - 2)}) {
                inclusion.add("{\"index\":%d,\"size\":%d,\"leaf\":\"%s\",\"root\":\"%s\",\"path\":%s}"
                        .formatted(
                                index,
                                size,
                                Hash.ofLeaf(log.entry(index)),
                                tree.root(size),
                                path(log.inclusion(index, size).path())));
            }
            for (long older : SIZES) {
                if (older <= size) {
                    consistency.add("{\"from\":%d,\"to\":%d,\"older\":\"%s\",\"newer\":\"%s\",\"path\":%s}"
                            .formatted(
                                    older,
                                    size,
                                    tree.root(older),
                                    tree.root(size),
                                    path(log.consistency(older, size).path())));
                }
            }
        }
        return "{\"inclusion\":%s,\"consistency\":%s}".formatted(inclusion, consistency);
    }

    private static List<String> path(List<Hash> hashes) {
        return hashes.stream().map(hash -> "\"" + hash + "\"").toList();
    }

    private Verdict verify(Path folder) throws Exception {
        return run(
                folder.toString(),
                LogTests.SIGNER.key().toString(),
                witness.key().toString());
    }

    private static Verdict run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", script().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), text);
    }

    private static Path script() throws Exception {
        return Path.of(IndependentVerifierTests.class
                .getResource("/verifier/verify.py")
                .toURI());
    }

    private static boolean hasPython() {
        try {
            Process process = new ProcessBuilder("python3", "--version").start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
