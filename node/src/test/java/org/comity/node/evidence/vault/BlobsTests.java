package org.comity.node.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store of sealed contents owes the vault: the same rules over a folder and over a bucket of a real S3 server. */
class BlobsTests {

    private static final String BUCKET = "evidence";

    @TempDir
    static Path served;

    private static ObjectStoreServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = ObjectStoreServer.in(served);
        server.bucket(BUCKET);
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    abstract static class Contract {

        @TempDir
        Path folder;

        final UUID content = UUID.randomUUID();
        Blobs blobs;

        abstract Blobs open();

        @BeforeEach
        void openStore() {
            blobs = open();
        }

        Path sealed(int length) throws Exception {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            return Files.write(folder.resolve("sealed.upload"), bytes);
        }

        byte[] read(UUID id) throws Exception {
            try (var blob = blobs.open(id)) {
                byte[] all = new byte[Math.toIntExact(blob.length())];
                assertThat(blob.read(0, all, all.length)).isEqualTo(all.length);
                return all;
            }
        }

        @Test
        void whatIsKeptIsThereWholeUntilItIsRemoved() throws Exception {
            Path file = sealed(300_000);
            byte[] bytes = Files.readAllBytes(file);
            assertThat(blobs.has(content)).isFalse();
            blobs.keep(content, file);
            assertThat(blobs.has(content)).isTrue();
            assertThat(blobs.all()).contains(content);
            assertThat(read(content)).isEqualTo(bytes);
            blobs.remove(content);
            blobs.remove(content);
            assertThat(blobs.has(content)).isFalse();
            assertThat(blobs.all()).doesNotContain(content);
            assertThatThrownBy(() -> read(content)).isNotInstanceOf(StoreUnavailable.class);
        }

        @Test
        void isReadAtAnyPlaceAndOnFromThere() throws Exception {
            Path file = sealed(900_007);
            byte[] bytes = Files.readAllBytes(file);
            blobs.keep(content, file);
            try (var blob = blobs.open(content)) {
                byte[] part = new byte[10_000];
                for (long at : new long[] {0, 899_000, 17, 10_017, 20_017, 30_017, 500_000, 890_008}) {
                    int count = blob.read(at, part, part.length);
                    assertThat(Arrays.copyOf(part, count)).isEqualTo(Arrays.copyOfRange(bytes, (int) at, (int)
                            Math.min(bytes.length, at + part.length)));
                }
                byte[] all = new byte[900_007];
                for (int at = 0, count; at < all.length; at += count) {
                    count = blob.read(at, part, part.length);
                    System.arraycopy(part, 0, all, at, count);
                }
                assertThat(all).isEqualTo(bytes);
                assertThat(blob.read(900_007, part, 1)).isZero();
            }
        }

        @Test
        void keepingMayBeRepeatedAfterACrash() throws Exception {
            Path file = sealed(1_000);
            byte[] bytes = Files.readAllBytes(file);
            blobs.keep(content, file);
            blobs.keep(content, Files.write(file, bytes)); // the file was still there
            Files.deleteIfExists(file);
            blobs.keep(content, file); // the file was gone
            assertThat(read(content)).isEqualTo(bytes);
        }

        @Test
        void aTrialLeavesNothingBehind() throws Exception {
            var before = blobs.all();
            blobs.tryOut();
            assertThat(blobs.all()).isEqualTo(before);
            assertThat(blobs.unfinished()).isEmpty();
        }
    }

    @Nested
    class InAFolder extends Contract {

        @Override
        Blobs open() {
            return new FolderOfBlobs(folder.resolve("vault"), new Disk());
        }

        @BeforeEach
        void makeFolder() throws Exception {
            Files.createDirectories(folder.resolve("vault"));
        }

        @Test
        void aFolderThatIsGoneIsNamed() throws Exception {
            Files.delete(folder.resolve("vault"));
            assertThatThrownBy(blobs::tryOut)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining(folder.resolve("vault").toString());
        }
    }

    @Nested
    class InABucket extends Contract {

        private static final int SMALLEST_PART = 5 << 20;

        @Override
        Blobs open() {
            return new BucketOfBlobs(bucket(address(), BUCKET, ObjectStoreServer.SECRET_KEY), SMALLEST_PART);
        }

        @Test
        void aLargeOneGoesInPartsAndWhatACrashLeftOfThemIsGivenUp() throws Exception {
            Path file = sealed(2 * SMALLEST_PART + 3);
            byte[] bytes = Files.readAllBytes(file);
            leaveUnfinished(content);
            assertThat(blobs.unfinished()).containsExactly(content);
            assertThat(blobs.has(content)).isFalse();
            blobs.keep(content, file);
            assertThat(blobs.unfinished()).isEmpty();
            assertThat(Arrays.equals(read(content), bytes)).isTrue();
        }

        @Test
        void dropsWhatIsUnfinishedAndNothingElse() throws Exception {
            blobs.keep(content, sealed(10));
            leaveUnfinished(content);
            blobs.dropUnfinished(content);
            assertThat(blobs.unfinished()).isEmpty();
            assertThat(blobs.has(content)).isTrue();
        }

        @Test
        void namesWhatIsWrongWithItAndWhatToDo() {
            assertThatThrownBy(() ->
                            new BucketOfBlobs(bucket(address(), "no-such-one", ObjectStoreServer.SECRET_KEY)).tryOut())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("no-such-one")
                    .hasMessageContaining("comity.vault.s3.bucket");
            assertThatThrownBy(() -> new BucketOfBlobs(bucket(address(), BUCKET, "another")).tryOut())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("comity.vault.s3.secret-key");
            URI nobody = URI.create("http://127.0.0.1:" + FreePort.any());
            assertThatThrownBy(() -> new BucketOfBlobs(bucket(nobody, BUCKET, "any")).tryOut())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining(nobody.toString());
        }

        /** A missing bucket must not look like lost contents. */
        @Test
        void nothingIsLostWhenTheBucketIsMissing() {
            var elsewhere = new BucketOfBlobs(bucket(address(), "no-such-one", ObjectStoreServer.SECRET_KEY));
            assertThatThrownBy(() -> elsewhere.has(content)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> elsewhere.open(content)).isInstanceOf(StoreUnavailable.class);
        }

        private void leaveUnfinished(UUID id) {
            try (var store =
                    bucket(address(), BUCKET, ObjectStoreServer.SECRET_KEY).client()) {
                store.createMultipartUpload(it -> it.bucket(BUCKET).key("node-1/" + FolderOfBlobs.name(id)));
            }
        }

        private URI address() {
            try {
                return server.address();
            } catch (Exception wrong) {
                throw new IllegalStateException(wrong);
            }
        }

        private static Bucket bucket(URI endpoint, String name, String secret) {
            return new Bucket(
                    Optional.of(endpoint),
                    "us-east-1",
                    name,
                    "node-1/",
                    true,
                    Optional.of(new Bucket.Credentials(ObjectStoreServer.ACCESS_KEY, secret)));
        }
    }
}
