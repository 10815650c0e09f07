package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessTests {

    private static final String ORIGIN = "example.org/journal";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final NoteSigner signer = NoteSigner.of(ORIGIN, TestKeys.of("log"));
    private final Witness witness =
            Witness.of("example.net/witness", TestKeys.of("witness"), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aWitnessCosignsALogThatGrew() throws IOException {
        Log log = Log.open(new MemoryTileStore(), ORIGIN, signer);
        log.append(List.of(new byte[] {1}, new byte[] {2}));
        Checkpoint before = Checkpoint.parse(log.checkpoint().text());
        log.append(new byte[] {3});

        SignedNote cosigned = witness.cosign(before, log.checkpoint(), signer.key(), log.consistency(2, 3));

        SignedNote read = SignedNote.parse(cosigned.bytes());
        assertThat(read.signedBy(List.of(signer.key(), witness.key()))).hasSize(2);
        assertThat(Witness.cosignedAt(read, witness.key())).contains(NOON);
        assertThat(NoteKey.parse(witness.key().toString())).isEqualTo(witness.key());
    }

    @Test
    void aWitnessRefusesASecondHistory() throws IOException {
        Log shown = Log.open(new MemoryTileStore(), ORIGIN, signer);
        shown.append(List.of(new byte[] {1}, new byte[] {2}));
        Checkpoint before = Checkpoint.parse(shown.checkpoint().text());
        Log forked = Log.open(new MemoryTileStore(), ORIGIN, signer);
        forked.append(List.of(new byte[] {1}, new byte[] {9}, new byte[] {3}));

        assertThatThrownBy(() -> witness.cosign(before, forked.checkpoint(), signer.key(), forked.consistency(2, 3)))
                .isInstanceOf(InvalidProof.class)
                .hasMessageContaining("Keep both checkpoints");
    }

    @Test
    void aCosignatureIsBoundToItsTimeAndItsKind() throws IOException {
        Log log = Log.open(new MemoryTileStore(), ORIGIN, signer);
        SignedNote cosigned = witness.cosignFirst(log.checkpoint(), ORIGIN, signer.key());
        SignedNote.Line line = cosigned.signatures().getLast();
        byte[] later = line.signature();
        later[7]++;
        SignedNote postdated =
                new SignedNote(cosigned.text(), List.of(new SignedNote.Line(line.name(), line.keyId(), later)));
        assertThatThrownBy(() -> Witness.cosignedAt(postdated, witness.key())).isInstanceOf(InvalidNote.class);

        NoteKey asLog = new NoteKey(
                witness.key().name(), NoteKey.Kind.ED25519, witness.key().publicKey());
        assertThatThrownBy(() -> cosigned.signedBy(List.of(asLog))).isInstanceOf(InvalidNote.class);
        assertThat(Witness.cosignedAt(log.checkpoint(), witness.key())).isEmpty();
    }

    @Test
    void aWitnessCosignsNothingThatTheLogDidNotSign() {
        NoteSigner impostor = NoteSigner.of(ORIGIN, TestKeys.of("impostor"));
        SignedNote note = Checkpoint.of(ORIGIN, 0, Hash.OF_NOTHING).signedBy(impostor);
        assertThatThrownBy(() -> witness.cosignFirst(note, ORIGIN, signer.key()))
                .isInstanceOf(InvalidNote.class);
    }

    @Test
    void aRequestToAWitnessReadsBack() throws IOException {
        MemoryTileStore store = new MemoryTileStore();
        Log log = Log.open(store, ORIGIN, signer);
        log.append(LogTests.entries(0, 300));
        for (long old : new long[] {0, 1, 255, 256, 300}) {
            AddCheckpoint request = AddCheckpoint.of(old, log.checkpoint(), new TiledTree(store, 300));
            AddCheckpoint read = AddCheckpoint.parse(request.bytes());
            assertThat(read).isEqualTo(request);
            if (old > 0) {
                Checkpoint before = Checkpoint.of(ORIGIN, old, new TiledTree(store, 300).root(old));
                SignedNote cosigned =
                        witness.cosign(before, read.note(), signer.key(), new ConsistencyProof(old, 300, read.proof()));
                assertThat(Witness.cosignedAt(cosigned, witness.key())).contains(NOON);
            }
        }
    }

    @Test
    void aRequestThatIsNoneIsRefused() throws IOException {
        String note =
                Log.open(new MemoryTileStore(), ORIGIN, signer).checkpoint().toString();
        for (String body :
                List.of("", "old 1", "old 1\n" + note, "old -1\n\n" + note, "old 01\n\n" + note, "new 1\n\n" + note)) {
            assertThatThrownBy(() -> AddCheckpoint.parse(body.getBytes()))
                    .as(body)
                    .isInstanceOf(InvalidNote.class);
        }
        String hash = Hash.OF_NOTHING.base64() + "\n";
        for (String body : List.of("old 1\n" + hash.repeat(64) + "\n" + note, "old 0\n" + hash + "\n" + note)) {
            assertThatThrownBy(() -> AddCheckpoint.parse(body.getBytes())).isInstanceOf(InvalidProof.class);
        }
    }
}
