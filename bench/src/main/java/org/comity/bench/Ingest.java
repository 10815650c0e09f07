package org.comity.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.comity.node.evidence.vault.ContentKey;
import org.comity.node.evidence.vault.Disk;
import org.comity.node.evidence.vault.Sealing;

/**
 * Taking a file into the vault, beside each of its unavoidable steps alone and beside programs that do one of them. All read
 * the same file, which the system has in memory; all that write force what they wrote to the disk. They take turns, so that
 * what else the machine does hits each of them.
 */
public final class Ingest {

    private static final int PIECE = 1 << 18;
    private static final int ROUNDS = 7;

    /** A way to treat the file. */
    @FunctionalInterface
    private interface Way {
        void run() throws Exception;
    }

    private final Path file;
    private final Path target;
    private final long size;

    private Ingest(Path folder, long size) {
        this.file = folder.resolve("ingest-bench.in");
        this.target = folder.resolve("ingest-bench.out");
        this.size = size;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("Which folder? Ingest FOLDER [GIBIBYTES]");
            System.exit(2);
        }
        long gibibytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var bench = new Ingest(Path.of(arguments[0]), gibibytes << 30);
        try {
            bench.run();
        } finally {
            Files.deleteIfExists(bench.file);
            Files.deleteIfExists(bench.target);
        }
    }

    private void run() throws Exception {
        fill();
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("hash alone, SHA-256", this::hash);
        ways.put("cipher alone, AES-256-GCM", this::encrypt);
        ways.put("disk alone, with force", this::write);
        ways.put("the vault: all three", this::ingest);
        program(ways, "sha256sum", "sha256sum", file.toString());
        program(ways, "openssl dgst -sha256", "openssl", "dgst", "-sha256", file.toString());
        program(
                ways,
                "openssl enc -aes-256-ctr",
                "sh",
                "-c",
                "openssl enc -aes-256-ctr -pbkdf2 -pass pass:bench -in '%s' -out '%s' && sync '%s'"
                        .formatted(file, target, target));
        program(
                ways,
                "age",
                "sh",
                "-c",
                "age -r %s -o '%s' '%s' && sync '%s'"
                        .formatted(
                                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
                                target,
                                file,
                                target));
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                Files.deleteIfExists(target);
                long before = System.nanoTime();
                way.getValue().run();
                times.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add((System.nanoTime() - before) / 1e9);
            }
        }
        times.forEach((way, seconds) ->
                System.out.printf("%-26s %7.0f MB/s   (%s)%n", way, size / 1e6 / median(seconds), shown(seconds)));
        System.out.printf(
                "The vault reaches %.0f %% of its slowest step (median of rounds); heap at most %d MB.%n",
                100 * median(ratios(List.copyOf(times.values()))),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Round by round, since each round meets the machine in its own state: the slowest of the first three by the fourth. */
    private static List<Double> ratios(List<List<Double>> seconds) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            double slowest = seconds.stream()
                    .limit(3)
                    .mapToDouble(step -> step.get(now))
                    .max()
                    .orElseThrow();
            ratios.add(slowest / seconds.get(3).get(now));
        }
        return ratios;
    }

    /** The first two rounds warm up. */
    private static double median(List<Double> rounds) {
        List<Double> warm = rounds.subList(2, rounds.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }

    private static String shown(List<Double> seconds) {
        return String.join(", ", seconds.stream().map("%.2f s"::formatted).toList());
    }

    private void fill() throws IOException {
        var random = new Random(1);
        byte[] piece = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < size; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
    }

    private void hash() throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
        }
    }

    private void encrypt() throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(new byte[32], "AES");
        byte[] piece = new byte[PIECE];
        byte[] sealed = new byte[PIECE + 16];
        long number = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                byte[] nonce = ByteBuffer.allocate(12).putLong(number++).array();
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
                cipher.doFinal(piece, 0, count, sealed, 0);
            }
        }
    }

    private void write() throws IOException {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        try (var out = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < size; written += PIECE) {
                out.write(piece.clear());
            }
            out.force(false);
        }
    }

    private void ingest() throws IOException {
        try (var sealing = Sealing.open(target, UUID.randomUUID(), ContentKey.fresh(new SecureRandom()), new Disk());
                InputStream in = Files.newInputStream(file)) {
            sealing.append(in);
            sealing.finish();
        }
    }

    /** Only where it is installed. */
    private static void program(Map<String, Way> ways, String name, String... command) {
        String program = name.split(" ")[0];
        boolean there = Arrays.stream(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            System.out.printf("%-26s is not installed here%n", name);
        } else {
            ways.put(name, () -> {
                int status = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (status != 0) {
                    throw new IllegalStateException(name + " failed with status " + status);
                }
            });
        }
    }
}
