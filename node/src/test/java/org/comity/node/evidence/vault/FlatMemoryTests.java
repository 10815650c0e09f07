package org.comity.node.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.transfer.ChunkTree;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.TransferKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a content is, what is held of it in memory is not: a process of little memory takes it in and passes it on. */
class FlatMemoryTests {

    private static final long CONTENT = 128L << 20;
    private static final String HEAP = "-Xmx40m";

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
            var tree =
                    tree(new Line(blobs, content, key, new ChunkCipher(transferKey, transfer, chunks), chunks), chunks);
            try (var stream = new ChunkStream(
                    chunks,
                    () -> tree.opening(new ChunkCipher(transferKey, transfer, chunks), chunks),
                    0,
                    (first, count) -> new Line(
                                    blobs, content, key, new ChunkCipher(transferKey, transfer, chunks), chunks)
                            .from(first),
                    place -> {})) {
                System.out.println(takeIn(folder.resolve("second"), UUID.randomUUID(), key, stream));
            }
        }

        private static ChunkTree tree(Line all, Chunks chunks) throws IOException {
            var growing = new ChunkTree.Growing();
            byte[] sealed = new byte[Chunks.SEALED];
            try (all) {
                for (long chunk = 0; chunk < chunks.count(); chunk++) {
                    growing.add(sealed, all.readNBytes(sealed, 0, chunks.sealedLengthOf(chunk)));
                }
            }
            return growing.done();
        }

        private static String takeIn(Path target, UUID content, ContentKey key, InputStream from) throws IOException {
            try (var sealing = Sealing.open(target, content, key, new Disk())) {
                sealing.append(from);
                return sealing.finish().sha256();
            }
        }

        /** The sealed chunks one behind the other, each made when it is read. */
        private static final class Line extends InputStream {

            private final SealedContent open;
            private final ChunkCipher cipher;
            private final Chunks chunks;
            private final byte[] clear = new byte[Chunks.CHUNK];
            private final byte[] sealed = new byte[Chunks.SEALED];
            private long chunk;
            private int length;
            private int read;

            Line(Blobs blobs, UUID content, ContentKey key, ChunkCipher cipher, Chunks chunks) throws IOException {
                this.open = SealedContent.open(blobs, content, key);
                this.cipher = cipher;
                this.chunks = chunks;
            }

            Line from(long first) {
                chunk = first;
                return this;
            }

            @Override
            public int read(byte[] target, int offset, int most) throws IOException {
                if (read == length) {
                    if (chunk == chunks.count()) {
                        return -1;
                    }
                    open.read(chunks.placeOf(chunk), clear, chunks.lengthOf(chunk));
                    length = cipher.seal(chunk++, clear, sealed);
                    read = 0;
                }
                int count = Math.min(most, length - read);
                System.arraycopy(sealed, read, target, offset, count);
                read += count;
                return count;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException("It is read in pieces.");
            }

            @Override
            public void close() throws IOException {
                open.close();
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
