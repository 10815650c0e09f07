package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTests {

    @RepeatedTest(2)
    void whatWasAcknowledgedBeforeAKillIsInTheTree(@TempDir Path folder) throws Exception {
        kill(Writer.class, 40, folder);
    }

    @RepeatedTest(2)
    void whatWasAcknowledgedInAGroupBeforeAKillIsInTheTree(@TempDir Path folder) throws Exception {
        kill(GroupWriter.class, 5_000, folder);
    }

    private static void kill(Class<?> program, int after, Path folder) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = -1;
        try (BufferedReader lines = writer.inputReader()) {
            while (acknowledged < after) {
                acknowledged = Long.parseLong(lines.readLine());
            }
            // through its handle: the process itself would close the stream that still holds acknowledgements
            writer.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = line.isEmpty() ? acknowledged : Math.max(acknowledged, Long.parseLong(line));
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }

        try (FolderTileStore store = FolderTileStore.open(folder)) {
            Log log = Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
            assertThat(log.size()).isGreaterThan(acknowledged);
            for (int index = 0; index <= acknowledged; index++) {
                assertThat(log.entry(index)).isEqualTo(LogTests.entry(index));
            }
            assertThat(log.append(LogTests.entry(0))).isEqualTo(log.size() - 1);
            assertThat(new TiledTree(store, log.size()).root())
                    .isEqualTo(Checkpoint.parse(log.checkpoint().text()).root());
            assertThat(store.partials()).noneMatch(partial -> partial.isFullIn(log.size()));
        }
    }

    /** Appends for ever and prints the place of each entry once it is acknowledged. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            try (FolderTileStore store = FolderTileStore.open(Path.of(arguments[0]))) {
                Log log = Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
                for (int index = 0; ; index++) {
                    System.out.println(log.append(LogTests.entry(index)));
                }
            }
        }
    }

    /** Has hundreds of entries under way at a time, and prints the place of each once it is acknowledged. */
    static final class GroupWriter {
        public static void main(String[] arguments) throws Exception {
            try (FolderTileStore store = FolderTileStore.open(Path.of(arguments[0]));
                    SharedLog log = SharedLog.over(Log.open(store, LogTests.ORIGIN, LogTests.SIGNER))) {
                Semaphore underWay = new Semaphore(700);
                for (int index = 0; ; index++) {
                    underWay.acquire();
                    log.append(LogTests.entry(index)).thenAccept(place -> {
                        System.out.println(place);
                        underWay.release();
                    });
                }
            }
        }
    }
}
