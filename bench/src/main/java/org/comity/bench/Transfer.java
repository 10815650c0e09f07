package org.comity.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.transfer.ChunkTree;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.TransferKey;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.ContentKey;
import org.comity.node.evidence.vault.Disk;
import org.comity.node.evidence.vault.FolderOfBlobs;
import org.comity.node.evidence.vault.SealedContent;
import org.comity.node.evidence.vault.Sealing;

/**
 * The same content out of one vault into another over a socket of this machine, beside taking it in from a file: each round
 * does both, so that what else the machine does hits both. Sender and receiver share this machine's processors, which two
 * nodes would not. The sender opens and seals each chunk when it is asked for; the receiver checks it against the hash tree,
 * opens it, hashes it and seals it into its vault.
 */
public final class Transfer {

    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Path file;
    private final long size;
    private final Blobs vault;
    private final UUID content = UUID.randomUUID();
    private final UUID transfer = UUID.randomUUID();
    private final ContentKey key = ContentKey.fresh(new SecureRandom());
    private final TransferKey wrapped = TransferKey.fresh(new SecureRandom());
    private final Chunks chunks;

    private Transfer(Path folder, long size) {
        this.folder = folder;
        this.file = folder.resolve("content");
        this.size = size;
        this.vault = new FolderOfBlobs(folder, new Disk());
        this.chunks = new Chunks(size);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("Which folder? Transfer FOLDER [MEBIBYTES]");
            System.exit(2);
        }
        long mebibytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1024;
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "transfer-bench");
        try {
            new Transfer(folder, mebibytes << 20).run();
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path left :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(left);
                }
            }
        }
    }

    private void run() throws Exception {
        fill();
        ingest(content, key);
        vault.keep(content, target());
        ChunkTree tree = tree();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            server.setExecutor(threads);
            server.createContext("/", this::serve);
            server.start();
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                double in = seconds(() -> ingest(UUID.randomUUID(), key));
                double over = seconds(() -> fetch(tree, client, address));
                System.out.printf(
                        "ingest %6.0f MB/s   from vault to vault %6.0f MB/s   %3.0f %%%s%n",
                        size / 1e6 / in, size / 1e6 / over, 100 * in / over, round < WARM_UP ? "   (warming up)" : "");
                if (round >= WARM_UP) {
                    ratios.add(in / over);
                }
            }
            ratios.sort(null);
            System.out.printf(
                    "From vault to vault: %.0f %% of ingest (median).%n", 100 * ratios.get(ratios.size() / 2));
        } finally {
            server.stop(0);
        }
    }

    /** What takes its time. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private double seconds(Work work) throws Exception {
        long before = System.nanoTime();
        work.run();
        double spent = (System.nanoTime() - before) / 1e9;
        Files.delete(target());
        return spent;
    }

    private Path target() {
        return folder.resolve("taken-in");
    }

    private void fill() throws IOException {
        var random = new Random(1);
        byte[] piece = new byte[PIECE];
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < size; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
    }

    private void ingest(UUID id, ContentKey under) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            takeIn(id, under, in);
        }
    }

    private void takeIn(UUID id, ContentKey under, InputStream in) throws IOException {
        try (var sealing = Sealing.open(target(), id, under, new Disk())) {
            sealing.append(in);
            sealing.finish();
        }
    }

    private void fetch(ChunkTree tree, HttpClient client, URI address) throws IOException {
        var cipher = new ChunkCipher(wrapped.content(), transfer, chunks);
        try (var stream = new ChunkStream(chunks, tree, cipher, 0, chunk -> ask(client, address, chunk), place -> {})) {
            takeIn(UUID.randomUUID(), key, stream);
        }
    }

    private CompletableFuture<byte[]> ask(HttpClient client, URI address, long chunk) {
        return client.sendAsync(
                        HttpRequest.newBuilder(address.resolve(Long.toString(chunk)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(HttpResponse::body);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sealed =
                    sealed(Long.parseLong(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, sealed.length);
            exchange.getResponseBody().write(sealed);
        }
    }

    private byte[] sealed(long chunk) throws IOException {
        try (var open = SealedContent.open(vault, content, key)) {
            var clear = new ByteArrayOutputStream(chunks.lengthOf(chunk));
            open.copy(chunks.placeOf(chunk), chunks.lengthOf(chunk), clear);
            return new ChunkCipher(wrapped.content(), transfer, chunks).seal(chunk, clear.toByteArray());
        }
    }

    private ChunkTree tree() throws IOException {
        var growing = new ChunkTree.Growing();
        for (long chunk = 0; chunk < chunks.count(); chunk++) {
            growing.add(sealed(chunk));
        }
        return growing.done();
    }
}
