package org.comity.node.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed comes out again, or nothing does. */
class SealingTests {

    private static final int SEGMENT = SegmentCipher.SEGMENT;

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();
    private final ContentKey key = ContentKey.fresh(new SecureRandom());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 9 * SEGMENT + 17})
    void comesOutAsItCameIn(int size) throws Exception {
        byte[] content = content(size);

        var sealed = seal(content);

        assertThat(sealed.size()).isEqualTo(size);
        assertThat(sealed.sha256()).isEqualTo(sha256(content));
        assertThat(Files.size(file())).isEqualTo(SegmentCipher.sealed(size));
        assertThat(read(file())).isEqualTo(content);
    }

    @Test
    void isReadFromAnyPlaceOn() throws Exception {
        byte[] content = content(3 * SEGMENT + 100);
        seal(content);

        try (var sealed = open(file())) {
            for (int from : new int[] {0, 5, SEGMENT - 1, SEGMENT, 2 * SEGMENT + 7, content.length - 1}) {
                var part = new ByteArrayOutputStream();
                sealed.copy(from, SEGMENT + 3, part);
                assertThat(part.toByteArray())
                        .isEqualTo(Arrays.copyOfRange(content, from, Math.min(content.length, from + SEGMENT + 3)));
            }
        }
    }

    @Test
    void nothingOfItLiesInTheClear() throws Exception {
        byte[] content = new byte[2 * SEGMENT];
        Arrays.fill(content, (byte) 'a');
        seal(content);

        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("aaaaaa");
    }

    @Test
    void eachFlippedBitIsNoticed() throws Exception {
        seal(content(2 * SEGMENT + 50));
        byte[] stored = Files.readAllBytes(file());
        var random = new Random(7);

        for (int attempt = 0; attempt < 60; attempt++) {
            byte[] changed = stored.clone();
            int at = attempt < 32 ? attempt : random.nextInt(stored.length); // each byte of the header, then anywhere
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed);
        }
    }

    @Test
    void whatIsCutOffMovedDoubledOrAddedIsNoticed() throws Exception {
        seal(content(3 * SEGMENT));
        byte[] stored = Files.readAllBytes(file());
        int one = (int) SegmentCipher.placeOf(1);
        int two = (int) SegmentCipher.placeOf(2);

        assertRefused(Arrays.copyOf(stored, two)); // at the border of a segment
        assertRefused(Arrays.copyOf(stored, stored.length - 1));
        assertRefused(Arrays.copyOf(stored, SegmentCipher.HEADER));
        assertRefused(Arrays.copyOf(stored, stored.length + 40));
        byte[] swapped = stored.clone();
        System.arraycopy(stored, SegmentCipher.HEADER, swapped, one, two - one);
        System.arraycopy(stored, one, swapped, SegmentCipher.HEADER, two - one);
        assertRefused(swapped);
        assertRefused(ByteBuffer.allocate(stored.length + two - one)
                .put(stored)
                .put(stored, two, stored.length - two)
                .array());
    }

    @Test
    void anotherContentInItsPlaceIsNoticed() throws Exception {
        seal(content(100));
        var other = UUID.randomUUID();
        Path path = folder.resolve("other");
        try (var sealing = Sealing.open(path, other, key, new Disk())) {
            sealing.append(new ByteArrayInputStream(content(100)));
            sealing.finish();
        }

        assertRefused(Files.readAllBytes(path));
        byte[] underItsHeader = Files.readAllBytes(path);
        System.arraycopy(Files.readAllBytes(file()), 0, underItsHeader, 0, SegmentCipher.HEADER);
        assertRefused(underItsHeader);
    }

    @Test
    void goesOnWhereItStoppedAlsoAfterARestart() throws Exception {
        byte[] content = content(4 * SEGMENT + 1000);
        int at = 0;
        for (int part : new int[] {10, SEGMENT, 3, SEGMENT - 13, 2 * SEGMENT, content.length}) {
            try (var sealing = Sealing.open(file(), id, key, new Disk())) {
                assertThat(sealing.received()).isEqualTo(at);
                int end = Math.min(content.length, at + part);
                sealing.append(new ByteArrayInputStream(content, at, end - at));
                sealing.pause();
                at = end;
            }
        }
        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            assertThat(sealing.finish().sha256()).isEqualTo(sha256(content));
        }
        assertThat(read(file())).isEqualTo(content);
    }

    @Test
    void keepsWhatCameBeforeALineBroke() throws Exception {
        byte[] content = content(2 * SEGMENT + 500);
        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            assertThatThrownBy(() -> sealing.append(breakingAfter(content, SEGMENT + 77)))
                    .hasMessage("the line broke");
            sealing.pause();
            assertThat(sealing.received()).isEqualTo(SEGMENT + 77);
            sealing.append(new ByteArrayInputStream(content, SEGMENT + 77, content.length - SEGMENT - 77));
            assertThat(sealing.finish().sha256()).isEqualTo(sha256(content));
        }
    }

    @Test
    void forgetsAPartThatHasAnotherChecksum() throws Exception {
        byte[] content = content(3 * SEGMENT + 500);
        byte[] right = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(content, 100, content.length));
        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            sealing.append(new ByteArrayInputStream(content, 0, 100));
            byte[] damaged = Arrays.copyOfRange(content, 100, content.length);
            damaged[2 * SEGMENT] ^= 1;

            assertThat(sealing.append(new ByteArrayInputStream(damaged), MessageDigest.getInstance("SHA-256"), right))
                    .isFalse();
            assertThat(sealing.received()).isEqualTo(100);
            assertThat(sealing.append(
                            new ByteArrayInputStream(content, 100, content.length - 100),
                            MessageDigest.getInstance("SHA-256"),
                            right))
                    .isTrue();
            assertThat(sealing.finish().sha256()).isEqualTo(sha256(content));
        }
        assertThat(read(file())).isEqualTo(content);
    }

    @Test
    void takesUpOnlyWhatWasCheckedWhenTheSenderChecks() throws Exception {
        byte[] content = content(5 * SEGMENT);
        byte[] never = new byte[32];
        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            sealing.append(new ByteArrayInputStream(content, 0, 10));
            sealing.pause();
        }
        var broken = Sealing.open(file(), id, key, new Disk() {
            @Override
            void truncate(FileChannel file, long length) throws IOException {
                if (file.size() > SEGMENT) { // the damaged part is on disk and should be taken back
                    throw new IOException("power cut");
                }
                super.truncate(file, length);
            }
        });
        try (broken) {
            assertThatThrownBy(() -> broken.append(
                            new ByteArrayInputStream(content, 10, content.length - 10),
                            MessageDigest.getInstance("SHA-256"),
                            never))
                    .hasMessage("power cut");
        }

        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            assertThat(sealing.received()).isEqualTo(10);
        }
    }

    /** The power goes before each change of the disk, and halfway through each write, one after the other. */
    @Test
    void survivesAPowerCutAtEachStep() throws Exception {
        byte[] content = content(2 * SEGMENT + 1234);
        int[] parts = {700, SEGMENT, content.length - SEGMENT - 700};
        for (int step = 0; ; step++) {
            var path = folder.resolve("cut-" + step);
            var acknowledged = new AtomicInteger();
            var disk = new PowerCut(step);
            boolean cut = false;
            try (var sealing = Sealing.open(path, id, key, disk)) {
                for (int part : parts) {
                    sealing.append(new ByteArrayInputStream(content, acknowledged.get(), part));
                    sealing.pause();
                    acknowledged.addAndGet(part);
                }
                sealing.finish();
            } catch (IOException powerCut) {
                cut = true;
            }

            try (var sealing = Sealing.open(path, id, key, new Disk())) {
                int here = (int) sealing.received();
                assertThat(here).as("after step %s", step).isBetween(acknowledged.get(), content.length);
                if (!sealing.isComplete()) {
                    sealing.append(new ByteArrayInputStream(content, here, content.length - here));
                }
                assertThat(sealing.finish().sha256()).as("after step %s", step).isEqualTo(sha256(content));
            }
            assertThat(read(path)).isEqualTo(content);
            if (!cut) {
                assertThat(step).isGreaterThan(10);
                return;
            }
        }
    }

    /** Does so many changes, half of the next write, and no more. */
    static class PowerCut extends Disk {
        private int left;

        PowerCut(int left) {
            this.left = left;
        }

        private synchronized void step() throws IOException {
            if (left-- <= 0) {
                throw new IOException("power cut");
            }
        }

        @Override
        void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
            synchronized (this) {
                if (left-- <= 0) {
                    if (left == -1) {
                        super.write(file, bytes.slice(0, bytes.remaining() / 2), position);
                    }
                    throw new IOException("power cut");
                }
            }
            super.write(file, bytes, position);
        }

        @Override
        void force(FileChannel file) throws IOException {
            step();
            super.force(file);
        }

        @Override
        void truncate(FileChannel file, long length) throws IOException {
            step();
            super.truncate(file, length);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            step();
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        void delete(Path file) throws IOException {
            step();
            super.delete(file);
        }
    }

    private Sealing.Sealed seal(byte[] content) throws IOException {
        try (var sealing = Sealing.open(file(), id, key, new Disk())) {
            sealing.append(new ByteArrayInputStream(content));
            return sealing.finish();
        }
    }

    private void assertRefused(byte[] stored) throws IOException {
        Path path = Files.write(folder.resolve("refused"), stored);
        assertThatThrownBy(() -> read(path)).isInstanceOf(Tampered.class);
    }

    private byte[] read(Path path) throws IOException {
        try (var sealed = open(path);
                InputStream all = sealed.from(0)) {
            return all.readAllBytes();
        }
    }

    private SealedContent open(Path path) throws IOException {
        return SealedContent.open(new OpenFile(path), id, key);
    }

    private Path file() {
        return folder.resolve("content");
    }

    private static InputStream breakingAfter(byte[] content, int count) {
        return new FilterInputStream(new ByteArrayInputStream(content, 0, count)) {
            @Override
            public int read(byte[] target, int offset, int most) throws IOException {
                int some = super.read(target, offset, most);
                if (some < 0) {
                    throw new IOException("the line broke");
                }
                return some;
            }
        };
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
