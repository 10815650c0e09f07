package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LogTests {

    static final String ORIGIN = "example.org/journal";
    static final NoteSigner SIGNER = NoteSigner.of(ORIGIN, TestKeys.of("log"));

    @Property(tries = 40)
    void howeverEntriesAreBatchedTheTreeIsTheSame(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 400) Integer> batches) throws IOException {
        MemoryTileStore store = new MemoryTileStore();
        Log log = Log.open(store, ORIGIN, SIGNER);
        int size = 0;
        for (int batch : batches) {
            assertThat(log.append(entries(size, size + batch))).isEqualTo(size);
            size += batch;
            log = Log.open(store, ORIGIN, SIGNER);
        }
        Hash expected = GrowingTree.of(entries(0, size)).frontier().root();
        Checkpoint checkpoint = Checkpoint.open(log.checkpoint(), ORIGIN, SIGNER.key());
        assertThat(checkpoint.size()).isEqualTo(size);
        assertThat(checkpoint.root()).isEqualTo(expected);
        assertThat(new TiledTree(store, size).root()).isEqualTo(expected);
    }

    @Example
    void everyProofFromTilesVerifiesAcrossTileBorders() throws IOException {
        Log log = Log.open(new MemoryTileStore(), ORIGIN, SIGNER);
        log.append(entries(0, 70_000));
        GrowingTree tree = GrowingTree.of(entries(0, 70_000));
        for (long size : new long[] {1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000}) {
            Hash root = tree.root(size);
            assertThat(log.inclusion(size - 1, size).proves(Hash.ofLeaf(entry((int) size - 1)), root))
                    .isTrue();
            assertThat(log.inclusion(0, size).proves(Hash.ofLeaf(entry(0)), root))
                    .isTrue();
            assertThat(log.consistency(size, 70_000).proves(root, tree.root(70_000)))
                    .isTrue();
            assertThat(log.entry(size - 1)).isEqualTo(entry((int) size - 1));
        }
    }

    @Example
    void aTreeOfSeventyThousandHasTheTilesThatTheSpecificationCounts() throws IOException {
        MemoryTileStore store = new MemoryTileStore();
        Log.open(store, ORIGIN, SIGNER).append(entries(0, 70_000));
        assertThat(Stream.of(
                                "tile/0/272",
                                "tile/0/273.p/112",
                                "tile/1/000",
                                "tile/1/001.p/17",
                                "tile/2/000.p/1",
                                "tile/entries/272",
                                "tile/entries/273.p/112")
                        .map(Resource::parse)
                        .map(store::read))
                .allMatch(Optional::isPresent);
        assertThat(store.read(Resource.parse("tile/0/274"))).isEmpty();
        assertThat(store.read(Resource.parse("tile/3/000.p/1"))).isEmpty();
    }

    @Example
    void anAppendThatFailsLeavesTheLogAsItWas() throws IOException {
        MemoryTileStore disk = new MemoryTileStore();
        Log.open(disk, ORIGIN, SIGNER).append(entries(0, 300));
        for (Predicate<Resource> broken : List.<Predicate<Resource>>of(
                Resource.EntryBundle.class::isInstance,
                Resource.HashTile.class::isInstance,
                Resource.LatestCheckpoint.class::isInstance)) {
            Log log = Log.open(failingOn(broken, disk), ORIGIN, SIGNER);
            assertThatThrownBy(() -> log.append(entry(999))).hasMessage("disk full");
            assertThat(log.size()).isEqualTo(300);
            assertThatThrownBy(() -> log.append(entry(300))).hasMessageContaining("Open it again");
        }
        Log log = Log.open(disk, ORIGIN, SIGNER);
        assertThat(log.size()).isEqualTo(300);
        assertThat(log.append(entry(300))).isEqualTo(300);
        assertThat(Checkpoint.parse(log.checkpoint().text()).root())
                .isEqualTo(GrowingTree.of(entries(0, 301)).frontier().root());
    }

    @Example
    void alteredTilesEntriesAndCheckpointsAreNoticedOnOpening() throws IOException {
        for (String path : List.of("tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44", "checkpoint")) {
            MemoryTileStore store = new MemoryTileStore();
            Log.open(store, ORIGIN, SIGNER).append(entries(0, 300));
            byte[] content = store.read(Resource.parse(path)).orElseThrow();
            content[content.length / 2] ^= 1;
            store.write(Resource.parse(path), content);
            assertThatThrownBy(() -> Log.open(store, ORIGIN, SIGNER))
                    .as(path)
                    .isInstanceOfAny(CorruptLog.class, InvalidNote.class);
        }
    }

    @Example
    void aLogIsOpenedOnlyUnderItsOwnKeyAndName() throws IOException {
        MemoryTileStore store = new MemoryTileStore();
        Log.open(store, ORIGIN, SIGNER);
        NoteSigner other = NoteSigner.of(ORIGIN, TestKeys.of("other"));
        assertThatThrownBy(() -> Log.open(store, ORIGIN, other)).isInstanceOf(InvalidNote.class);
        assertThatThrownBy(() -> Log.open(store, "example.org/other", SIGNER)).isInstanceOf(InvalidNote.class);
    }

    @Example
    void anEntryTooLongForABundleIsRefusedBeforeAnythingIsWritten() throws IOException {
        Log log = Log.open(new MemoryTileStore(), ORIGIN, SIGNER);
        assertThatThrownBy(() -> log.append(List.of(entry(0), new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.append(new byte[65_535])).isZero();
        assertThat(log.entry(0)).hasSize(65_535);
        assertThat(log.append(new byte[0])).isEqualTo(1);
        assertThat(log.entry(1)).isEmpty();
    }

    @Example
    void whatIsNotThereYetIsRefusedClearly() throws IOException {
        Log log = Log.open(new MemoryTileStore(), ORIGIN, SIGNER);
        assertThatThrownBy(() -> log.inclusion(0, 1)).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> log.consistency(0, 0)).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> log.entry(0)).hasMessageContaining("there is no entry 0");
    }

    @Example
    void aFolderIsOpenForOneWriterOnly() throws IOException {
        Path folder = Files.createTempDirectory("log");
        try (FolderTileStore store = FolderTileStore.open(folder)) {
            Log.open(store, ORIGIN, SIGNER).append(entries(0, 3));
            assertThatThrownBy(() -> FolderTileStore.open(folder)).hasMessageContaining("two writers would fork");
        }
        try (FolderTileStore store = FolderTileStore.open(folder)) {
            assertThat(Log.open(store, ORIGIN, SIGNER).size()).isEqualTo(3);
        }
    }

    private static TileStore failingOn(Predicate<Resource> broken, TileStore store) {
        return new TileStore() {
            @Override
            public Optional<byte[]> read(Resource resource) throws IOException {
                return store.read(resource);
            }

            @Override
            public void write(Map<Resource, byte[]> resources) throws IOException {
                for (Map.Entry<Resource, byte[]> each : resources.entrySet()) {
                    if (broken.test(each.getKey())) {
                        throw new IOException("disk full");
                    }
                    store.write(each.getKey(), each.getValue());
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

    static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(LogTests::entry).toList();
    }

    static byte[] entry(int index) {
        return ("entry " + index).getBytes();
    }
}
