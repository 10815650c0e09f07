package org.comity.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
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
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.transfer.ChunkTree;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.SealingChunks;
import org.comity.node.evidence.transfer.SendersDoor;
import org.comity.node.evidence.transfer.TransferKey;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.ContentKey;
import org.comity.node.evidence.vault.Disk;
import org.comity.node.evidence.vault.FolderOfBlobs;
import org.comity.node.evidence.vault.SealedContent;
import org.comity.node.evidence.vault.Sealing;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

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

    private static final String MADE_WHEN_ASKED = "/made-when-asked";
    private static final String MADE_BEFORE = "/made-before";

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
            System.err.println("Which folder? Transfer FOLDER [MEBIBYTES [ROUNDS]]");
            System.exit(2);
        }
        long mebibytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1024;
        int rounds = arguments.length > 2 ? WARM_UP + Integer.parseInt(arguments[2]) : ROUNDS;
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "transfer-bench");
        try {
            new Transfer(folder, mebibytes << 20).run(rounds);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path left :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(left);
                }
            }
        }
    }

    private void run(int times) throws Exception {
        fill();
        ingest(content, key);
        vault.keep(content, target());
        ChunkTree tree = sealBefore();
        var server = server();
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getPort());
            var made = door(address.resolve(MADE_WHEN_ASKED));
            var before = door(address.resolve(MADE_BEFORE));
            var rounds = new ArrayList<Round>();
            for (int round = 0; round < times; round++) {
                var one = new Round(
                        spent(() -> ingest(UUID.randomUUID(), key)),
                        spent(() -> fetch(tree, made)),
                        spent(() -> drop(made)),
                        spent(() -> fetch(tree, before)));
                System.out.println(shown(one) + (round < WARM_UP ? "   (warming up)" : ""));
                rounds.add(one);
            }
            var warm = rounds.subList(WARM_UP, times);
            System.out.printf(
                    "Fastest, MB/s: ingest %.0f, vault to vault %.0f, sending alone %.0f, receiving alone %.0f.%n",
                    fastest(warm, Round::ingest),
                    fastest(warm, Round::both),
                    fastest(warm, Round::sending),
                    fastest(warm, Round::receiving));
            System.out.printf(
                    "Median: ingest %.0f MB/s; of it vault to vault %.0f %%, sending alone %.0f %%, receiving alone %.0f %%,"
                            + " the slower of both alone %.0f %%.%n"
                            + "Processor time, of ingest: vault to vault %.1f, sending %.1f, receiving %.1f.%n",
                    median(warm, round -> rate(round.ingest())),
                    100 * median(warm, round -> round.share(round.both())),
                    100 * median(warm, round -> round.share(round.sending())),
                    100 * median(warm, round -> round.share(round.receiving())),
                    100 * median(warm, Round::shareOfTheSlower),
                    median(warm, round -> round.work(round.both())),
                    median(warm, round -> round.work(round.sending())),
                    median(warm, round -> round.work(round.receiving())));
        } finally {
            server.destroy();
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

    /** Each way once. */
    private record Round(Spent ingest, Spent both, Spent sending, Spent receiving) {

        double share(Spent way) {
            return ingest.seconds() / way.seconds();
        }

        double shareOfTheSlower() {
            return Math.min(share(sending), share(receiving));
        }

        double work(Spent way) {
            return way.processor() / ingest.processor();
        }
    }

    private String shown(Round round) {
        return "ingest %s; vault to vault %s, %.0f %%; sending alone %s; receiving alone %s; the slower of both %.0f %%"
                .formatted(
                        shown(round.ingest()),
                        shown(round.both()),
                        100 * round.share(round.both()),
                        shown(round.sending()),
                        shown(round.receiving()),
                        100 * round.shareOfTheSlower());
    }

    private String shown(Spent spent) {
        return "%.0f MB/s (%.2f s of processors)".formatted(rate(spent), spent.processor());
    }

    private static double seconds(Optional<Duration> cpu) {
        return cpu.map(it -> it.toNanos() / 1e9).orElse(Double.NaN);
    }

    private double rate(Spent spent) {
        return size / 1e6 / spent.seconds();
    }

    /** What the machine can when other work leaves it alone for a moment. */
    private double fastest(List<Round> rounds, Function<Round, Spent> way) {
        return rounds.stream().map(way).mapToDouble(this::rate).max().orElseThrow();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
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

    private SendersDoor door(URI address) {
        return new SendersDoor(address, wrapped.secret(), chunks);
    }

    /** On a virtual thread, as the node fetches. */
    private void fetch(ChunkTree tree, SendersDoor door) throws Exception {
        var fetching = new FutureTask<Void>(() -> {
            try (var stream = new ChunkStream(chunks, () -> tree.opening(cipher(), chunks), 0, door, place -> {})) {
                takeIn(UUID.randomUUID(), key, stream);
            }
            return null;
        });
        Thread.startVirtualThread(fetching);
        fetching.get();
    }

    /** Two runs at a time, as the receiver asks for them. */
    private void drop(SendersDoor door) throws InterruptedException, ExecutionException {
        try (var readers = Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Future<?>>();
            for (long first = 0; first < chunks.count(); first += door.run()) {
                long from = first;
                all.add(readers.submit(() -> {
                    long count = Math.min(door.run(), chunks.count() - from);
                    byte[] dropped = new byte[Chunks.SEALED];
                    try (var in = door.open(from, count)) {
                        for (long chunk = from; chunk < from + count; chunk++) {
                            in.readNBytes(dropped, 0, chunks.sealedLengthOf(chunk));
                        }
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    /** The node's own kind, with its settings, which are Tomcat's, and each request on a virtual thread, as there. */
    private WebServer server() throws IOException {
        var tomcat = new TomcatServletWebServerFactory(0);
        tomcat.setAddress(InetAddress.getLoopbackAddress());
        tomcat.setBaseDirectory(Files.createDirectory(folder.resolve("server")).toFile());
        tomcat.addProtocolHandlerCustomizers(protocol -> protocol.setExecutor(new VirtualThreadExecutor("asked-")));
        return tomcat.getWebServer(context -> {
            context.addServlet("made-when-asked", new Answering(this::sealed)).addMapping(MADE_WHEN_ASKED);
            context.addServlet("made-before", new Answering(this::sealedBefore)).addMapping(MADE_BEFORE);
        });
    }

    /** Answers with a range. */
    @FunctionalInterface
    private interface Answer {
        void give(long from, long count, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static final class Answering extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

        // set once before it is asked
        private final transient Answer answer;

        Answering(Answer answer) {
            this.answer = answer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var range = RANGE.matcher(request.getHeader("Range"));
            if (!range.matches()) {
                throw new IOException("Asked for no range.");
            }
            long from = Long.parseLong(range.group(1));
            long count = Long.parseLong(range.group(2)) - from + 1;
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setContentLengthLong(count);
            answer.give(from, count, request, response);
        }
    }

    private void sealed(long from, long count, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (var open = SealedContent.open(vault, content, key)) {
            new SealingChunks(open::read, chunks, cipher()).copy(from, count, response.getOutputStream());
        }
    }

    /** Sent by the system, from the file to the socket. */
    private void sealedBefore(long from, long count, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(Globals.SENDFILE_FILENAME_ATTR, sealedBefore().toString());
        request.setAttribute(Globals.SENDFILE_FILE_START_ATTR, from);
        request.setAttribute(Globals.SENDFILE_FILE_END_ATTR, from + count);
    }

    private ChunkCipher cipher() {
        return new ChunkCipher(wrapped.content(), transfer, chunks);
    }

    private Path sealedBefore() {
        return folder.resolve("sealed-before");
    }

    private ChunkTree sealBefore() throws IOException {
        try (var open = SealedContent.open(vault, content, key);
                var file = Files.newOutputStream(sealedBefore())) {
            var sealing = new SealingChunks(open::read, chunks, cipher());
            sealing.copy(0, chunks.sealedSize(), file);
            return sealing.tree();
        }
    }
}
