package org.comity.node.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
        try (var stream = stream(from, chunk -> CompletableFuture.completedFuture(SEALED.get((int) chunk)))) {
            assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(CONTENT, from, CONTENT.length));
        }
    }

    @Property(tries = 40)
    void whateverIsChangedInAChunkIsNoticedAndNamed(@ForAll @IntRange(max = 3) int chunk, @ForAll Random random)
            throws Exception {
        var changed = changed(SEALED.get(chunk), random);

        assertThatThrownBy(() -> tree().check(chunk, changed))
                .isInstanceOf(BrokenChunk.class)
                .hasMessage("Chunk %d of 4 arrived broken.", chunk + 1);
        assertThatThrownBy(() -> cipher().open(chunk, changed)).isInstanceOf(BrokenChunk.class);
    }

    @Test
    void aChunkInAnothersPlaceIsNoticed() throws Exception {
        assertThatThrownBy(() -> tree().check(0, SEALED.get(1))).isInstanceOf(BrokenChunk.class);
        assertThatThrownBy(() -> cipher().open(0, SEALED.get(1))).isInstanceOf(BrokenChunk.class);
        assertThatThrownBy(() -> new ChunkCipher(KEY.content(), UUID.randomUUID(), CHUNKS).open(0, SEALED.getFirst()))
                .isInstanceOf(BrokenChunk.class);
    }

    @Test
    void aBrokenChunkIsFetchedAgainByItselfAndTheOthersAreNot() throws Exception {
        var asked = new ArrayList<Long>();
        try (var stream = stream(0, chunk -> {
            asked.add(chunk);
            var first = asked.stream().filter(it -> it == chunk).count() == 1;
            return CompletableFuture.completedFuture(
                    chunk == 2 && first ? changed(SEALED.get(2), new Random(1)) : SEALED.get((int) chunk));
        })) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(asked).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 2L);
    }

    @Test
    void aChunkThatStaysBrokenEndsTheStreamAfterAllThatWasRight() throws Exception {
        var right = new java.io.ByteArrayOutputStream();
        try (var stream = stream(
                0,
                chunk -> CompletableFuture.completedFuture(
                        chunk == 1 ? changed(SEALED.get(1), new Random(2)) : SEALED.get((int) chunk)))) {
            assertThatThrownBy(() -> stream.transferTo(right)).hasMessage("Chunk 2 of 4 arrived broken.");
        }
        assertThat(right.toByteArray()).isEqualTo(Arrays.copyOf(CONTENT, Chunks.CHUNK));
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

    private static ChunkStream stream(long from, ChunkStream.Source source) throws IOException {
        return new ChunkStream(CHUNKS, tree(), cipher(), from, source, place -> {});
    }

    private static ChunkCipher cipher() {
        return new ChunkCipher(KEY.content(), TRANSFER, CHUNKS);
    }

    private static ChunkTree tree() {
        var growing = new ChunkTree.Growing();
        SEALED.forEach(growing::add);
        return growing.done();
    }

    private static List<byte[]> sealed() {
        var sealed = new ArrayList<byte[]>();
        for (long chunk = 0; chunk < CHUNKS.count(); chunk++) {
            int place = (int) CHUNKS.placeOf(chunk);
            sealed.add(cipher().seal(chunk, Arrays.copyOfRange(CONTENT, place, place + CHUNKS.lengthOf(chunk))));
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
