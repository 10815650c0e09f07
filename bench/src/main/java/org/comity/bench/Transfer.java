package org.comity.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * does all, so that what else the machine does hits all. The sender opens and seals each chunk when it is asked for; the
 * receiver checks it against the hash tree, opens it, hashes it and seals it into its vault.
 *
 * <p>Two nodes have processors of their own, while here sender and receiver share those of one machine. So each side is also
 * measured beside a partner that does next to nothing: a reader that drops what comes, and a server that sends chunks which
 * were sealed before. Between two nodes like this one, the slower side sets the pace.
 */
public final class Transfer {

    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;
    private static final int PIECE = 1 << 20;

    /** As many chunks as the receiver asks for at once. */
    private static final long RUN = 16;

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
            var together = new ArrayList<Double>();
            var apart = new ArrayList<Double>();
            var work = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var ingest = spent(() -> ingest(UUID.randomUUID(), key));
                var all = spent(() -> fetch(tree, client, address.resolve("/made-when-asked/")));
                double sending = spent(() -> drop(client, address.resolve("/made-when-asked/")))
                        .seconds();
                double receiving = spent(() -> fetch(tree, client, address.resolve("/made-before/")))
                        .seconds();
                double in = ingest.seconds();
                double both = all.seconds();
                System.out.printf(
                        "MB/s: ingest %5.0f   from vault to vault %5.0f = %3.0f %%   sending alone %5.0f"
                                + "   receiving alone %5.0f   the slower of both %3.0f %%%s%n",
                        rate(in),
                        rate(both),
                        100 * in / both,
                        rate(sending),
                        rate(receiving),
                        100 * in / Math.max(sending, receiving),
                        round < WARM_UP ? "   (warming up)" : "");
                if (round >= WARM_UP) {
                    together.add(in / both);
                    apart.add(in / Math.max(sending, receiving));
                    work.add(all.processor() / ingest.processor());
                }
            }
            System.out.printf(
                    "From vault to vault, of ingest (median): %.0f %% on the same processors, %.0f %% on processors of"
                            + " their own. Both sides together take %.1f times the processor time of ingest.%n",
                    100 * median(together), 100 * median(apart), median(work));
        } finally {
            server.stop(0);
        }
    }

    /** What takes its time. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** By the clock, and of all processors. */
    private record Spent(double seconds, double processor) {}

    private Spent spent(Work work) throws Exception {
        double used = seconds(ProcessHandle.current().info().totalCpuDuration());
        long before = System.nanoTime();
        work.run();
        double spent = (System.nanoTime() - before) / 1e9;
        double usedNow = seconds(ProcessHandle.current().info().totalCpuDuration());
        Files.deleteIfExists(target());
        return new Spent(spent, usedNow - used);
    }

    private static double seconds(Optional<Duration> cpu) {
        return cpu.map(it -> it.toNanos() / 1e9).orElse(Double.NaN);
    }

    private double rate(double seconds) {
        return size / 1e6 / seconds;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
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
        try (var stream = new ChunkStream(
                chunks,
                () -> tree.opening(cipher(), chunks),
                0,
                (first, count) -> ask(client, address, first, count),
                place -> {})) {
            takeIn(UUID.randomUUID(), key, stream);
        }
    }

    /** Two runs at a time, as the receiver asks for them. */
    private void drop(HttpClient client, URI address) throws InterruptedException, ExecutionException {
        try (var readers = Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Future<?>>();
            for (long first = 0; first < chunks.count(); first += RUN) {
                long from = first;
                all.add(readers.submit(() -> {
                    try (var in = ask(client, address, from, Math.min(RUN, chunks.count() - from))) {
                        in.skipNBytes(chunks.sealedLengthOf(from, Math.min(RUN, chunks.count() - from)));
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private static InputStream ask(HttpClient client, URI address, long first, long count) throws IOException {
        try {
            return client.send(
                            HttpRequest.newBuilder(address.resolve(first + "-" + count))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String[] run = path.substring(path.lastIndexOf('/') + 1).split("-");
            long first = Long.parseLong(run[0]);
            long count = Long.parseLong(run[1]);
            exchange.sendResponseHeaders(200, chunks.sealedLengthOf(first, count));
            if (path.startsWith("/made-before/")) {
                try (var file = FileChannel.open(sealedBefore())) {
                    file.position(chunks.sealedPlaceOf(first));
                    byte[] sealed = new byte[Chunks.SEALED];
                    var in = Channels.newInputStream(file);
                    for (long chunk = first; chunk < first + count; chunk++) {
                        int length = in.readNBytes(sealed, 0, chunks.sealedLengthOf(chunk));
                        exchange.getResponseBody().write(sealed, 0, length);
                    }
                }
            } else {
                seal(first, count, exchange.getResponseBody()::write);
            }
        }
    }

    /** Takes a sealed chunk. */
    @FunctionalInterface
    private interface Taking {
        void take(byte[] sealed, int from, int length) throws IOException;
    }

    private void seal(long first, long count, Taking target) throws IOException {
        byte[] clear = new byte[Chunks.CHUNK];
        byte[] sealed = new byte[Chunks.SEALED];
        ChunkCipher cipher = cipher();
        try (var open = SealedContent.open(vault, content, key)) {
            for (long chunk = first; chunk < first + count; chunk++) {
                open.read(chunks.placeOf(chunk), clear, chunks.lengthOf(chunk));
                target.take(sealed, 0, cipher.seal(chunk, clear, sealed));
            }
        }
    }

    private ChunkCipher cipher() {
        return new ChunkCipher(wrapped.content(), transfer, chunks);
    }

    private Path sealedBefore() {
        return folder.resolve("sealed-before");
    }

    private ChunkTree tree() throws IOException {
        var growing = new ChunkTree.Growing();
        try (var file = Files.newOutputStream(sealedBefore())) {
            seal(0, chunks.count(), (bytes, from, length) -> {
                growing.add(bytes, length);
                file.write(bytes, from, length);
            });
        }
        return growing.done();
    }
}
