package org.comity.node.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other node is asked for what was offered, with the secret, where it was offered, and nowhere else. */
class SendersDoorTests {

    private static final byte[] CONTENT = content(2 * Chunks.CHUNK + 7);
    private static final Chunks CHUNKS = new Chunks(CONTENT.length);
    private static final UUID TRANSFER = UUID.randomUUID();
    private static final TransferKey KEY = TransferKey.fresh(new SecureRandom());

    private final ConcurrentLinkedQueue<Headers> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        address = URI.create(
                "http://127.0.0.1:%d/transfers/1".formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void chunksAreAskedForByRangeWithTheSecretAndComeAsTheyWereSealed() throws Exception {
        byte[] sealed = sealed(CHUNKS.sealedPlaceOf(1), CHUNKS.sealedLengthOf(1, 2));
        answers("/transfers/1", 206, sealed);

        try (var run = door().open(1, 2)) {
            assertThat(run.readAllBytes()).isEqualTo(sealed);
        }
        assertThat(asked).singleElement().satisfies(head -> {
            assertThat(head.getFirst("Range")).isEqualTo("bytes=1048592-2097206");
            assertThat(head.getFirst("Authorization")).isEqualTo("Bearer " + KEY.secret());
        });
    }

    @Test
    void theTreeThatComesIsComparedWithTheRootThatWasSigned() throws Exception {
        var tree = sealing().tree();
        answers("/transfers/1/tree", 200, tree.bytes());

        assertThat(door().tree(tree.root()).root()).isEqualTo(tree.root());
        assertThatThrownBy(() -> door().tree("00".repeat(32))).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatIsNotTheRangeIsRefusedSinceItWouldBeReadFromTheWrongPlace() {
        answers("/transfers/1", 200, sealed(0, CHUNKS.sealedSize()));

        assertThatThrownBy(() -> door().open(1, 1)).hasMessage("The other node answered 200.");
    }

    @Test
    void whoIsNotLetInSaysWhichAnswerCame() {
        answers("/transfers/1", 404, new byte[0]);

        assertThatThrownBy(() -> door().open(0, 1)).hasMessage("The other node answered 404.");
    }

    @Test
    void nobodyIsFollowedToAnotherAddress() {
        server.createContext("/transfers/1", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        answers("/elsewhere", 206, sealed(0, CHUNKS.sealedSize()));

        assertThatThrownBy(() -> door().open(0, 1)).hasMessage("The other node answered 302.");
        assertThat(asked).isEmpty();
    }

    @Test
    void anAddressThatIsNotReachedOverHttpIsNotOpened() {
        var file = new SendersDoor(URI.create("file:///etc/hostname"), KEY.secret(), CHUNKS);

        assertThatThrownBy(() -> file.open(0, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not reached over HTTP");
    }

    @Test
    void theSecretIsNotInWhatALogWouldShow() {
        assertThat(door().toString()).contains("/transfers/1").doesNotContain(KEY.secret());
    }

    @Test
    void anyRangeOfTheSealedChunksIsTheSameBytesAndTellsHowFarItCame() throws Exception {
        byte[] whole = sealed(0, CHUNKS.sealedSize());
        var sealing = sealing();
        var part = new ByteArrayOutputStream();

        sealing.copy(Chunks.SEALED - 3L, 10, part);

        assertThat(part.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, Chunks.SEALED - 3, Chunks.SEALED + 7));
        assertThat(sealing.reached()).isEqualTo(2L * Chunks.CHUNK);
    }

    private SendersDoor door() {
        return new SendersDoor(address, KEY.secret(), CHUNKS);
    }

    private void answers(String path, int status, byte[] body) {
        HttpHandler answer = exchange -> {
            asked.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        };
        server.createContext(path, answer);
    }

    private static byte[] sealed(long from, long count) {
        var sealed = new ByteArrayOutputStream();
        try {
            sealing().copy(from, count, sealed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sealed.toByteArray();
    }

    private static SealingChunks sealing() {
        return new SealingChunks(
                (from, target, count) -> System.arraycopy(CONTENT, (int) from, target, 0, count),
                CHUNKS,
                new ChunkCipher(KEY.content(), TRANSFER, CHUNKS));
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(3).nextBytes(content);
        return content;
    }
}
