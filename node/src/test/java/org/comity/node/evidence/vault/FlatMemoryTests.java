package org.comity.node.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.transfer.ChunkTree;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.TransferKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a content is, what is held of it in memory is not: a process of little memory takes it in and passes it on. */
class FlatMemoryTests {

    private static final long CONTENT = 96L << 20;
    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path folder;

    @Test
    void aContentOfManyTimesTheHeapIsTakenInAndPassedFromVaultToVault() throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InLittleMemory.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        String[] digests = said.strip().split("\\s+");
        assertThat(digests).as(said).hasSize(2);
        assertThat(digests[0]).isEqualTo(digests[1]);
    }

    /** The process: prints the digest of what was taken in, and of what came over. */
    static final class InLittleMemory {

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            var content = UUID.randomUUID();
            var key = ContentKey.fresh(new SecureRandom());
            System.out.println(takeIn(folder.resolve("first"), content, key, zeros()));
            var blobs = new FolderOfBlobs(folder, new Disk());
            blobs.keep(content, folder.resolve("first"));
            var chunks = new Chunks(CONTENT);
            var transfer = UUID.randomUUID();
            byte[] transferKey = TransferKey.fresh(new SecureRandom()).content();
            var sender = new ChunkCipher(transferKey, transfer, chunks);
            try (var open = SealedContent.open(blobs, content, key)) {
                var tree = new ChunkTree.Growing();
                for (long chunk = 0; chunk < chunks.count(); chunk++) {
                    tree.add(sender.seal(chunk, read(open, chunks, chunk)));
                }
                var receiver = new ChunkCipher(transferKey, transfer, chunks);
                try (var stream = new ChunkStream(
                        chunks,
                        tree.done(),
                        receiver,
                        0,
                        chunk -> CompletableFuture.completedFuture(sender.seal(chunk, read(open, chunks, chunk))),
                        place -> {})) {
                    System.out.println(takeIn(folder.resolve("second"), UUID.randomUUID(), key, stream));
                }
            }
        }

        private static String takeIn(Path target, UUID content, ContentKey key, InputStream from) throws IOException {
            try (var sealing = Sealing.open(target, content, key, new Disk())) {
                sealing.append(from);
                return sealing.finish().sha256();
            }
        }

        private static byte[] read(SealedContent open, Chunks chunks, long chunk) {
            try {
                var clear = new ByteArrayOutputStream(chunks.lengthOf(chunk));
                open.copy(chunks.placeOf(chunk), chunks.lengthOf(chunk), clear);
                return clear.toByteArray();
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        }

        private static InputStream zeros() {
            return new InputStream() {
                private long left = CONTENT;

                @Override
                public int read(byte[] target, int offset, int most) {
                    int count = (int) Math.min(most, left);
                    Arrays.fill(target, offset, offset + count, (byte) 0);
                    left -= count;
                    return count == 0 ? -1 : count;
                }

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }
            };
        }
    }
}
