package org.comity.node.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What arrives is what was signed for, or it is named and fetched again. */
class TransferTests {

    private static final UUID TRANSFER = UUID.fromString("2b2c7a5e-52f4-4f55-9f0c-1f7d5c0a9a11");
    private static final byte[] CONTENT = content(3 * Chunks.CHUNK + 7);
    private static final Chunks CHUNKS = new Chunks(CONTENT.length);
    private static final TransferKey KEY = TransferKey.fresh(new SecureRandom());
    private static final List<byte[]> SEALED = sealed();
    private static final byte[] BOUND = "what it belongs to".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theKeyOpensForItsReceiverAndItsTransferAlone() throws Exception {
        var receiver = x25519();
        var sealed = SealedToReceiver.seal(KEY, receiver.getPublic(), BOUND);

        assertThat(sealed).hasSize(32 + TransferKey.BYTES + 16);
        assertThat(SealedToReceiver.open(sealed, receiver.getPrivate(), BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> SealedToReceiver.open(sealed, x25519().getPrivate(), BOUND))
                .isInstanceOf(SealedToReceiver.NotForUs.class);
        assertThatThrownBy(() -> SealedToReceiver.open(sealed, receiver.getPrivate(), new byte[] {1}))
                .isInstanceOf(SealedToReceiver.NotForUs.class);
    }

    @Property(tries = 60)
    void aKeyThatWasChangedOnItsWayDoesNotOpen(@ForAll @IntRange(max = 111) int at, @ForAll @IntRange(max = 7) int bit)
            throws Exception {
        var receiver = x25519();
        var sealed = SealedToReceiver.seal(KEY, receiver.getPublic(), BOUND);
        sealed[at] ^= (byte) (1 << bit);

        // X25519 ignores the highest bit of a point (RFC 7748 §5), but HPKE binds the point as it was sent
        assertThatThrownBy(() -> SealedToReceiver.open(sealed, receiver.getPrivate(), BOUND))
                .isInstanceOf(SealedToReceiver.NotForUs.class);
    }

    @Property(tries = 40)
    void fromAnyPlaceOnTheContentIsWhatItWas(@ForAll @IntRange(max = 3 * Chunks.CHUNK + 7) int from) throws Exception {
        try (var stream = stream(from, chunk -> SEALED.get((int) chunk))) {
            assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(CONTENT, from, CONTENT.length));
        }
    }

    @Property(tries = 40)
    void whateverIsChangedInAChunkIsNoticedAndNamed(@ForAll @IntRange(max = 3) int chunk, @ForAll Random random)
            throws Exception {
        var changed = changed(SEALED.get(chunk), random);

        assertThatThrownBy(() -> tree().check(chunk, changed, changed.length))
                .isInstanceOf(BrokenChunk.class)
                .hasMessage("Chunk %d of 4 arrived broken.", chunk + 1);
        assertThatThrownBy(() -> cipher().open(chunk, changed, new byte[Chunks.CHUNK]))
                .isInstanceOf(BrokenChunk.class);
    }

    @Test
    void aChunkInAnothersPlaceIsNoticed() throws Exception {
        var other = SEALED.get(1);
        var into = new byte[Chunks.CHUNK];
        assertThatThrownBy(() -> tree().check(0, other, other.length)).isInstanceOf(BrokenChunk.class);
        assertThatThrownBy(() -> cipher().open(0, other, into)).isInstanceOf(BrokenChunk.class);
        assertThatThrownBy(() ->
                        new ChunkCipher(KEY.content(), UUID.randomUUID(), CHUNKS).open(0, SEALED.getFirst(), into))
                .isInstanceOf(BrokenChunk.class);
    }

    @Test
    void aBrokenChunkIsFetchedAgainByItselfAndTheOthersAreNot() throws Exception {
        var asked = new ConcurrentLinkedQueue<Long>();
        try (var stream = stream(0, chunk -> {
            asked.add(chunk);
            var first = asked.stream().filter(it -> it == chunk).count() == 1;
            return chunk == 2 && first ? changed(SEALED.get(2), new Random(1)) : SEALED.get((int) chunk);
        })) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(asked).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 2L);
    }

    @Test
    void aChunkThatStaysBrokenEndsTheStreamAfterAllThatWasRight() throws Exception {
        var right = new ByteArrayOutputStream();
        try (var stream =
                stream(0, chunk -> chunk == 1 ? changed(SEALED.get(1), new Random(2)) : SEALED.get((int) chunk))) {
            assertThatThrownBy(() -> stream.transferTo(right)).hasMessage("Chunk 2 of 4 arrived broken.");
        }
        assertThat(right.toByteArray()).isEqualTo(Arrays.copyOf(CONTENT, Chunks.CHUNK));
    }

    @Test
    void aLineThatBreaksWithinAChunkEndsTheStreamAfterAllThatWasRight() throws Exception {
        var right = new ByteArrayOutputStream();
        try (var stream =
                stream(0, chunk -> chunk == 2 ? Arrays.copyOf(SEALED.get(2), 4711) : SEALED.get((int) chunk), 3)) {
            assertThatThrownBy(() -> stream.transferTo(right)).hasMessage("The line was cut within chunk 3 of 4.");
        }
        assertThat(right.toByteArray()).isEqualTo(Arrays.copyOf(CONTENT, 2 * Chunks.CHUNK));
    }

    /** More than two runs of chunks, of which the second is there before the first. */
    @Test
    void runsThatComeOutOfTurnAreReadInTurn() throws Exception {
        var small = new byte[Chunks.CHUNK];
        var many = new Chunks(33L * Chunks.CHUNK);
        var cipher = new ChunkCipher(KEY.content(), TRANSFER, many);
        var growing = new ChunkTree.Growing();
        var sealed = new byte[Chunks.SEALED];
        for (long chunk = 0; chunk < many.count(); chunk++) {
            small[0] = (byte) chunk;
            growing.add(sealed, cipher.seal(chunk, small, sealed));
        }
        var tree = growing.done();
        var secondCame = new CountDownLatch(1);
        try (var stream = new ChunkStream(
                many,
                () -> tree.opening(new ChunkCipher(KEY.content(), TRANSFER, many), many),
                0,
                (first, count) -> {
                    if (first == 0) {
                        awaited(secondCame);
                    } else {
                        secondCame.countDown();
                    }
                    var sealing = new ChunkCipher(KEY.content(), TRANSFER, many);
                    return new SequenceInputStream(Collections.enumeration(LongStream.range(first, first + count)
                            .mapToObj(chunk -> one(sealing, chunk))
                            .toList()));
                },
                place -> {})) {
            for (long chunk = 0; chunk < many.count(); chunk++) {
                assertThat(stream.readNBytes(Chunks.CHUNK)[0]).isEqualTo((byte) chunk);
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    private static InputStream one(ChunkCipher sealing, long chunk) {
        var clear = new byte[Chunks.CHUNK];
        clear[0] = (byte) chunk;
        var sealed = new byte[Chunks.SEALED];
        sealing.seal(chunk, clear, sealed);
        return new ByteArrayInputStream(sealed);
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    @Test
    void aLineThatSaysNothingIsGivenUp() throws Exception {
        var silent = new CountDownLatch(1);
        var line = new ChunkStream.Source() {
            @Override
            public InputStream open(long first, long count) throws IOException {
                awaited(silent);
                return InputStream.nullInputStream();
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(50);
            }
        };
        assertThatThrownBy(() -> new ChunkStream(CHUNKS, TransferTests::opening, 0, line, place -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("No chunk came within");
    }

    @Test
    void leavesOfAnotherTreeAreRefused() throws Exception {
        var bytes = tree().bytes();
        bytes[40] ^= 1;
        assertThatThrownBy(() -> ChunkTree.read(bytes, CHUNKS, tree().root())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ChunkTree.read(new byte[32], CHUNKS, tree().root()))
                .isInstanceOf(IOException.class);
        assertThat(ChunkTree.read(tree().bytes(), CHUNKS, tree().root()).root()).isEqualTo(tree().root());
    }

    /** A line that carries these sealed chunks. */
    private static ChunkStream stream(long from, LongFunction<byte[]> line) throws IOException {
        return stream(from, line, CHUNKS.count());
    }

    /** @param until the line ends before the chunk with this number */
    private static ChunkStream stream(long from, LongFunction<byte[]> line, long until) throws IOException {
        return new ChunkStream(
                CHUNKS,
                TransferTests::opening,
                from,
                (first, count) -> new SequenceInputStream(
                        Collections.enumeration(LongStream.range(first, Math.min(until, first + count))
                                .mapToObj(chunk -> (InputStream) new ByteArrayInputStream(line.apply(chunk)))
                                .toList())),
                place -> {});
    }

    private static ChunkStream.Opening opening() {
        return tree().opening(cipher(), CHUNKS);
    }

    private static ChunkCipher cipher() {
        return new ChunkCipher(KEY.content(), TRANSFER, CHUNKS);
    }

    private static ChunkTree tree() {
        var growing = new ChunkTree.Growing();
        SEALED.forEach(it -> growing.add(it, it.length));
        return growing.done();
    }

    private static List<byte[]> sealed() {
        var sealed = new ArrayList<byte[]>();
        for (long chunk = 0; chunk < CHUNKS.count(); chunk++) {
            int place = (int) CHUNKS.placeOf(chunk);
            var chunkSealed = new byte[CHUNKS.sealedLengthOf(chunk)];
            cipher().seal(chunk, Arrays.copyOfRange(CONTENT, place, place + CHUNKS.lengthOf(chunk)), chunkSealed);
            sealed.add(chunkSealed);
        }
        return sealed;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        var changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(7).nextBytes(content);
        return content;
    }

    private static KeyPair x25519() throws Exception {
        return KeyPairGenerator.getInstance("X25519").generateKeyPair();
    }
}
