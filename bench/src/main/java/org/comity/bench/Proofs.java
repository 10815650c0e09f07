package org.comity.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.comity.ledger.ConsistencyProof;
import org.comity.ledger.FolderTileStore;
import org.comity.ledger.InclusionProof;
import org.comity.ledger.Log;
import org.comity.ledger.NoteSigner;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A proof from the tiles of a log of a million entries on disk; nothing is kept in memory between two proofs. */
@State(Scope.Benchmark)
public class Proofs extends Measured {

    private static final int ENTRIES = 1_000_000;
    private static final int TOGETHER = 50_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private @Nullable FolderTileStore store;
    private @Nullable Log log;

    @Setup(Level.Trial)
    public void appendAMillion() throws IOException, GeneralSecurityException {
        store = FolderTileStore.open(Files.createTempDirectory("proofs"));
        Log filling = Log.open(
                store,
                "example.org/bench",
                NoteSigner.of(
                        "example.org/bench",
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
        while (filling.size() < ENTRIES) {
            List<byte[]> entries = new ArrayList<>(TOGETHER);
            for (long place = filling.size(); entries.size() < TOGETHER; place++) {
                entries.add(("entry " + place).getBytes(StandardCharsets.US_ASCII));
            }
            filling.append(entries);
        }
        log = filling;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        Objects.requireNonNull(store).close();
    }

    @Benchmark
    public InclusionProof inclusion() {
        return Objects.requireNonNull(log).inclusion(random.nextLong(ENTRIES), ENTRIES);
    }

    @Benchmark
    public ConsistencyProof consistency() {
        return Objects.requireNonNull(log).consistency(1 + random.nextLong(ENTRIES - 1), ENTRIES);
    }
}
