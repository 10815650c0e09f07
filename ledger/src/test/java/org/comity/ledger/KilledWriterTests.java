package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTests {

    @RepeatedTest(3)
    void whatWasAcknowledgedBeforeAKillIsInTheTree(@TempDir Path folder) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = -1;
        try (BufferedReader lines = writer.inputReader()) {
            while (acknowledged < 40) {
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
}
