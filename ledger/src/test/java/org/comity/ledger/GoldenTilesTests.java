package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tiles of 260 entries and their checkpoint, made once by an independent program (golden/make.py) and never to change:
 * what a log has published must read the same in every later version.
 */
class GoldenTilesTests {

    @Test
    void theTilesOfThisVersionAreByteForByteTheGoldenOnes() throws IOException {
        MemoryTileStore store = new MemoryTileStore();
        Log.open(store, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entries(0, 260));
        for (String path : List.of(
                "tile/0/000",
                "tile/0/001.p/4",
                "tile/1/000.p/1",
                "tile/entries/000",
                "tile/entries/001.p/4",
                "checkpoint")) {
            assertThat(store.read(Resource.parse(path)).orElseThrow()).as(path).isEqualTo(golden(path));
        }
    }

    @Test
    void theGoldenCosignatureVerifies() throws IOException {
        SignedNote note = SignedNote.parse(golden("cosigned"));
        NoteKey witness =
                NoteKey.ofWitness("example.net/witness", TestKeys.of("witness").getPublic());
        assertThat(Witness.cosignedAt(note, witness))
                .hasValueSatisfying(time -> assertThat(time.getEpochSecond()).isEqualTo(1679315147));
        assertThat(Checkpoint.open(note, LogTests.ORIGIN, LogTests.SIGNER.key()).size())
                .isEqualTo(260);
    }

    private static byte[] golden(String path) throws IOException {
        try (InputStream file = GoldenTilesTests.class.getResourceAsStream("/golden/" + path)) {
            return file.readAllBytes();
        }
    }
}
