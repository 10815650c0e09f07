package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy that anybody may carry, since whoever reads it checks it by the log's key. */
class MirrorTests {

    private static final String ORIGIN = LogTests.ORIGIN;

    private final NoteKey key = LogTests.SIGNER.key();
    private final MemoryTileStore tiles = new MemoryTileStore();
    private final MemoryTileStore copy = new MemoryTileStore();
    private Log log;

    @BeforeEach
    void someEntries() throws Exception {
        log = Log.open(tiles, ORIGIN, LogTests.SIGNER);
        append(300);
    }

    @Test
    void whoReadsTheCopyReadsTheLog() throws Exception {
        assertThat(mirror(tiles).update()).isEqualTo(new Mirror.Copied(0, 300));
        append(500);
        assertThat(mirror(tiles).update()).isEqualTo(new Mirror.Copied(300, 800));

        var read = PublishedLog.open(copy, ORIGIN, key);
        read.recompute();
        assertThat(read.entries(0, 800)).containsExactlyElementsOf(LogTests.entries(0, 800));
        assertThat(copy.partials()).noneMatch(tile -> tile.isFullIn(800));
    }

    @Test
    void whatWasCopiedIsNotReadAgain() throws Exception {
        mirror(tiles).update();
        var asked = new ArrayList<String>();
        mirror(resource -> {
                    asked.add(resource.path());
                    return tiles.read(resource);
                })
                .update();

        assertThat(asked).doesNotContain("tile/entries/000");
    }

    @Test
    void aLogThatWasRewrittenLeavesTheCopyAsItWas() throws Exception {
        mirror(tiles).update();
        byte[] before = copy.read(new Resource.LatestCheckpoint()).orElseThrow();
        var other = new MemoryTileStore();
        Log.open(other, ORIGIN, LogTests.SIGNER).append(LogTests.entries(1, 401));

        assertThatThrownBy(() -> mirror(other).update())
                .isInstanceOf(CorruptLog.class)
                .hasMessageContaining("not the 300 copied before");
        assertThat(copy.read(new Resource.LatestCheckpoint())).hasValue(before);
    }

    @Test
    void anEntryThatIsNotTheTreesIsNotHandedOnAndTheNextRunPutsItRight() throws Exception {
        TileSource altered = resource -> resource instanceof Resource.EntryBundle
                ? tiles.read(resource).map(MirrorTests::altered)
                : tiles.read(resource);

        assertThatThrownBy(() -> mirror(altered).update()).isInstanceOf(CorruptLog.class);
        assertThat(copy.read(new Resource.LatestCheckpoint())).isEmpty();

        mirror(tiles).update();
        assertThat(PublishedLog.open(copy, ORIGIN, key).entries(0, 300)).hasSize(300);
    }

    @Test
    void aLineThatBreaksLeavesNothingThatSaysMoreThanIsThere() throws Exception {
        mirror(tiles).update();
        append(600);
        TileSource broken = resource -> {
            if (resource.path().equals("tile/entries/002")) {
                throw new IOException("cut");
            }
            return tiles.read(resource);
        };

        assertThatThrownBy(() -> mirror(broken).update()).hasMessage("cut");
        var read = PublishedLog.open(copy, ORIGIN, key);
        assertThat(read.checkpoint().size()).isEqualTo(300);
        assertThat(read.entries(0, 300)).hasSize(300);
        assertThat(mirror(tiles).update()).isEqualTo(new Mirror.Copied(300, 900));
    }

    @Test
    void anothersLogIsNotCopied() {
        assertThatThrownBy(() -> new Mirror(tiles, copy, ORIGIN, another()).update())
                .isInstanceOf(InvalidNote.class);
    }

    private Mirror mirror(TileSource source) {
        return new Mirror(source, copy, ORIGIN, key);
    }

    private void append(int count) throws Exception {
        int from = Math.toIntExact(Checkpoint.parse(log.checkpoint().text()).size());
        log.append(LogTests.entries(from, from + count));
    }

    private static NoteKey another() {
        return NoteKey.of(ORIGIN, TestKeys.of("another").getPublic());
    }

    private static byte[] altered(byte[] bundle) {
        byte[] other = bundle.clone();
        other[other.length - 1] ^= 1;
        return other;
    }
}
