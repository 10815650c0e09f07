package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLogTests {

    @Test
    void eachOfManyWritersFindsItsEntriesWhereItWasTold() throws Exception {
        Log log = Log.open(new MemoryTileStore(), LogTests.ORIGIN, LogTests.SIGNER);
        List<Future<List<CompletableFuture<Long>>>> writers = new ArrayList<>();
        try (SharedLog shared = SharedLog.over(log);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                int first = writer * 1000;
                writers.add(threads.submit(() -> {
                    List<CompletableFuture<Long>> places = new ArrayList<>();
                    for (int index = first; index < first + 1000; index++) {
                        places.add(shared.append(LogTests.entry(index)));
                    }
                    return places;
                }));
            }
        }
        assertThat(log.size()).isEqualTo(8000);
        for (int writer = 0; writer < 8; writer++) {
            long before = -1;
            for (int i = 0; i < 1000; i++) {
                long place = writers.get(writer).get().get(i).get();
                assertThat(log.entry(place)).isEqualTo(LogTests.entry(writer * 1000 + i));
                assertThat(place).as("a writer's own order is kept").isGreaterThan(before);
                before = place;
            }
        }
    }

    @Test
    void nothingIsAcknowledgedThatTheStoreDidNotTake() throws Exception {
        MemoryTileStore disk = new MemoryTileStore();
        Log.open(disk, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entry(0));
        Log log = Log.open(readOnly(disk), LogTests.ORIGIN, LogTests.SIGNER);
        try (SharedLog shared = SharedLog.over(log)) {
            CompletableFuture<Long> place = shared.append(LogTests.entry(1));
            assertThatThrownBy(place::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("disk full");
            assertThatThrownBy(() -> shared.append(new byte[65_536])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Log.open(disk, LogTests.ORIGIN, LogTests.SIGNER).size()).isEqualTo(1);
    }

    @Test
    void whatWaitsWhenItIsClosedIsCommittedAndNothingMoreIsTaken() throws Exception {
        Log log = Log.open(new MemoryTileStore(), LogTests.ORIGIN, LogTests.SIGNER);
        SharedLog shared = SharedLog.over(log);
        List<CompletableFuture<Long>> places = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            places.add(shared.append(LogTests.entry(index)));
        }
        shared.close();
        assertThat(places).allMatch(CompletableFuture::isDone);
        assertThat(log.size()).isEqualTo(300);
        assertThatThrownBy(shared.append(LogTests.entry(300))::get).hasMessageContaining("is closed");
    }

    @Test
    void partialTilesGoOnceTheirFullTileIsThere(@TempDir Path folder) throws IOException {
        try (FolderTileStore store = FolderTileStore.open(folder)) {
            Log log = Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
            log.append(LogTests.entries(0, 100));
            log.append(LogTests.entries(100, 200));
            SignedNote older = log.checkpoint();
            assertThat(store.partials()).hasSize(4);
            log.append(LogTests.entries(200, 600));

            assertThat(store.partials())
                    .extracting(Resource::path)
                    .containsExactlyInAnyOrder("tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88");
            assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
            assertThat(new TiledTree(store, 200).root())
                    .as("who keeps an older checkpoint reads the full tile")
                    .isEqualTo(Checkpoint.parse(older.text()).root());
        }
    }

    @Test
    void partialTilesThatACrashLeftBehindGoWhenTheLogIsOpened(@TempDir Path folder) throws IOException {
        try (FolderTileStore store = FolderTileStore.open(folder)) {
            Log.open(store, LogTests.ORIGIN, LogTests.SIGNER).append(LogTests.entries(0, 300));
            store.write(new Resource.EntryBundle(0, 17), new byte[] {0});
            Log.open(store, LogTests.ORIGIN, LogTests.SIGNER);
            assertThat(store.partials()).noneMatch(partial -> partial.isFullIn(300));
        }
    }

    private static TileStore readOnly(MemoryTileStore disk) {
        return new TileStore() {
            @Override
            public Optional<byte[]> read(Resource resource) {
                return disk.read(resource);
            }

            @Override
            public void write(Map<Resource, byte[]> resources) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public List<Resource.Tile> partials() {
                return List.of();
            }

            @Override
            public void remove(Resource resource) {}
        };
    }
}
