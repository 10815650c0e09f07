package org.comity.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.ledger.FolderTileStore;
import org.comity.ledger.Log;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.Resource;
import org.comity.ledger.SharedLog;
import org.comity.ledger.TileStore;

/**
 * Durable appends beside what the disk allows: one program that writes the same bytes to one file, as many entries at a
 * time, and forces each time. Both run in turn, so that a noisy machine is as noisy to either.
 */
public final class Appends {

    private static final int ROUNDS = 7;
    private static final int ENTRIES = 60_000;
    private static final int ENTRY_BYTES = 200;
    private static final int UNDER_WAY = 8192;

    private Appends() {}

    private record Round(double appends, double limit, int together) {}

    /** @param arguments a folder on the disk to measure; else the system's temporary one */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(
                Path.of(arguments.length > 0 ? arguments[0] : System.getProperty("java.io.tmpdir")), "appends");
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number <= ROUNDS; number++) {
            Round round = round(folder, number);
            if (number > 0) { // the first warms up
                rounds.add(round);
                IO.println("round %d: %,.0f appends/s in commits of %d; one file alone %,.0f/s"
                        .formatted(number, round.appends(), round.together(), round.limit()));
            }
        }
        double[] appends = rounds.stream().mapToDouble(Round::appends).sorted().toArray();
        double[] ratios = rounds.stream()
                .mapToDouble(round -> round.appends() / round.limit())
                .sorted()
                .toArray();
        IO.println("median %,.0f durable appends/s (%,.0f to %,.0f), %.2f of what one file alone takes"
                .formatted(appends[ROUNDS / 2], appends[0], appends[ROUNDS - 1], ratios[ROUNDS / 2]));
    }

    private static Round round(Path folder, int number) throws Exception {
        byte[] entry = new byte[ENTRY_BYTES];
        Arrays.fill(entry, (byte) number);
        AtomicInteger commits = new AtomicInteger();
        long began = System.nanoTime();
        try (FolderTileStore store = FolderTileStore.open(folder.resolve("log" + number));
                SharedLog log = SharedLog.over(Log.open(counting(store, commits), "example.org/bench", signer()))) {
            commits.set(0);
            began = System.nanoTime();
            Semaphore underWay = new Semaphore(UNDER_WAY);
            for (int i = 0; i < ENTRIES; i++) {
                underWay.acquire();
                log.append(entry).whenComplete((place, failure) -> underWay.release());
            }
            underWay.acquire(UNDER_WAY);
        }
        double appends = ENTRIES / seconds(began);
        int together = ENTRIES / commits.get();
        return new Round(appends, alone(folder.resolve("file" + number), entry, together), together);
    }

    private static double alone(Path path, byte[] entry, int together) throws IOException {
        byte[] batch = new byte[together * (entry.length + 2)];
        long began = System.nanoTime();
        int written = 0;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (; written < ENTRIES; written += together) {
                file.write(ByteBuffer.wrap(batch));
                file.force(true);
            }
        }
        return written / seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static NoteSigner signer() throws Exception {
        return NoteSigner.of(
                "example.org/bench", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    private static TileStore counting(TileStore store, AtomicInteger commits) {
        return new TileStore() {
            @Override
            public Optional<byte[]> read(Resource resource) throws IOException {
                return store.read(resource);
            }

            @Override
            public void write(Map<Resource, byte[]> resources) throws IOException {
                store.write(resources);
                if (resources.containsKey(new Resource.LatestCheckpoint())) {
                    commits.incrementAndGet();
                }
            }

            @Override
            public List<Resource.Tile> partials() throws IOException {
                return store.partials();
            }

            @Override
            public void remove(Resource resource) throws IOException {
                store.remove(resource);
            }
        };
    }
}
