package org.comity.node.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.node.frame.Said;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs as objects of a bucket, named as the files of {@link FolderOfBlobs}. A sealed file goes there in parts of which one at
 * a time is on its way, read from the disk as it is sent; the object appears when the last part is there. What a crash left
 * half is given up before the next try, and when the node starts.
 */
public final class BucketOfBlobs implements Blobs {

    /** The protocol wants 5 MiB at least and 10,000 parts at most; memory does not depend on it. */
    private static final long PART = 16L << 20;

    private static final long PARTS = 10_000;
    private static final long MEBIBYTE = 1L << 20;

    /** Whoever reads on gets so many further reads of the same length with one request. */
    private static final int READ_ON = 32;

    private static final int TRIES = 3;
    private static final int NOT_THERE = 404;
    private static final Pattern NAME =
            Pattern.compile(".*/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.sealed");

    private final Bucket bucket;
    private final long leastPart;
    private final S3Client store;

    public BucketOfBlobs(Bucket bucket) {
        this(bucket, PART);
    }

    BucketOfBlobs(Bucket bucket, long leastPart) {
        this.bucket = bucket;
        this.leastPart = leastPart;
        this.store = bucket.client();
    }

    @Override
    public void keep(UUID content, Path sealed) throws IOException {
        Optional<Long> there = length(content);
        if (there.isPresent() && (!Files.exists(sealed) || there.get() == Files.size(sealed))) {
            return; // a crash came between keeping it and saying so
        }
        long length = Files.size(sealed);
        if (length <= leastPart) {
            ask(() -> store.putObject(
                    it -> it.bucket(bucket.name()).key(key(content)), PartOfFile.body(sealed, 0, length)));
        } else {
            dropUnfinished(content);
            sendInParts(content, sealed, length);
        }
        if (length(content).filter(kept -> kept == length).isEmpty()) {
            throw new IOException("The store says that it has content %s, but not all of it.".formatted(content));
        }
    }

    private void sendInParts(UUID content, Path sealed, long length) throws IOException {
        String upload = ask(() -> store.createMultipartUpload(
                        it -> it.bucket(bucket.name()).key(key(content))))
                .uploadId();
        long part = Math.max(leastPart, Math.ceilDiv(Math.ceilDiv(length, PARTS), MEBIBYTE) * MEBIBYTE);
        var sent = new ArrayList<CompletedPart>();
        for (long from = 0; from < length; from += part) {
            int number = sent.size() + 1;
            var body = PartOfFile.body(sealed, from, Math.min(part, length - from));
            var answer = ask(() -> store.uploadPart(
                    it -> it.bucket(bucket.name())
                            .key(key(content))
                            .uploadId(upload)
                            .partNumber(number),
                    body));
            sent.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(answer.eTag())
                    .build());
        }
        ask(() -> store.completeMultipartUpload(it ->
                it.bucket(bucket.name()).key(key(content)).uploadId(upload).multipartUpload(all -> all.parts(sent))));
    }

    @Override
    public boolean has(UUID content) throws IOException {
        return length(content).isPresent();
    }

    @Override
    public Blob open(UUID content) throws IOException {
        long length = length(content).orElseThrow(() -> new NoSuchFileException(key(content)));
        return new StoredObject(key(content), length);
    }

    @Override
    public void remove(UUID content) throws IOException {
        ask(() -> store.deleteObject(it -> it.bucket(bucket.name()).key(key(content))));
        dropUnfinished(content);
    }

    @Override
    public List<UUID> all() throws IOException {
        return ask(() -> contents(
                store.listObjectsV2Paginator(it -> it.bucket(bucket.name()).prefix(bucket.prefix())).contents().stream()
                        .map(S3Object::key)));
    }

    @Override
    public List<UUID> unfinished() throws IOException {
        return ask(() -> contents(uploads(bucket.prefix()).map(MultipartUpload::key)));
    }

    @Override
    public void dropUnfinished(UUID content) throws IOException {
        for (var upload : ask(() -> uploads(key(content)).toList())) {
            abort(upload);
        }
    }

    private void abort(MultipartUpload upload) throws StoreUnavailable {
        try {
            store.abortMultipartUpload(
                    it -> it.bucket(bucket.name()).key(upload.key()).uploadId(upload.uploadId()));
        } catch (NoSuchUploadException gone) {
            // somebody else finished it or gave it up; nothing of it is left
        } catch (SdkException failed) {
            throw bucket.trouble(failed);
        }
    }

    private Stream<MultipartUpload> uploads(String prefix) {
        return store
                .listMultipartUploadsPaginator(it -> it.bucket(bucket.name()).prefix(prefix))
                .uploads()
                .stream();
    }

    private static List<UUID> contents(Stream<String> names) {
        return names.map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> UUID.fromString(name.group(1)))
                .distinct()
                .toList();
    }

    @Override
    public Said place() {
        return bucket.place();
    }

    @Override
    public void tryOut() throws IOException {
        String name = bucket.prefix() + "trial-" + UUID.randomUUID();
        // without a body first: a store that refuses one may close the line before it has said why
        ask(() -> uploads(name).toList());
        ask(() -> store.putObject(it -> it.bucket(bucket.name()).key(name), RequestBody.fromBytes(new byte[] {1, 2})));
        try (var trial = new StoredObject(name, 2)) {
            trial.read(1, new byte[1], 1);
        }
        ask(() -> store.deleteObject(it -> it.bucket(bucket.name()).key(name)));
    }

    private Optional<Long> length(UUID content) throws IOException {
        return ask(() -> {
            try {
                return Optional.of(
                        store.headObject(it -> it.bucket(bucket.name()).key(key(content)))
                                .contentLength());
            } catch (S3Exception missing) {
                if (missing.statusCode() != NOT_THERE) {
                    throw missing;
                }
                store.headBucket(it -> it.bucket(bucket.name())); // the same answer says that there is no such bucket
                return Optional.empty();
            }
        });
    }

    private String key(UUID content) {
        return bucket.prefix() + FolderOfBlobs.name(content);
    }

    /** Something that the store is asked for. */
    @FunctionalInterface
    private interface Asked<T> {
        T answer() throws SdkException;
    }

    private <T> T ask(Asked<T> asked) throws StoreUnavailable {
        try {
            return asked.answer();
        } catch (SdkException failed) {
            throw bucket.trouble(failed);
        }
    }

    /** Read by ranges; a reader who goes on where the last read ended is served out of one longer range. */
    private final class StoredObject implements Blob {

        private final String key;
        private final long length;
        private Optional<ResponseInputStream<GetObjectResponse>> range = Optional.empty();
        private long place;
        private long end;

        StoredObject(String key, long length) {
            this.key = key;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(long position, byte[] target, int most) throws IOException {
            int count = (int) Math.clamp(length - position, 0, most);
            if (count > 0) {
                readAgain(position, target, count);
            }
            return count;
        }

        private void readAgain(long position, byte[] target, int count) throws IOException {
            for (int tried = 1; ; tried++) {
                try {
                    readAll(position, target, count);
                    return;
                } catch (StoreUnavailable refused) {
                    throw refused;
                } catch (IOException broken) {
                    close();
                    if (tried == TRIES) {
                        throw bucket.broken(broken);
                    }
                }
            }
        }

        private void readAll(long position, byte[] target, int count) throws IOException {
            boolean goesOn = position == place && place > 0;
            if (range.isEmpty() || !goesOn || place + count > end) {
                close();
                end = goesOn ? Math.min(length, position + (long) count * READ_ON) : position + count;
                String bytes = "bytes=%d-%d".formatted(position, end - 1);
                range = Optional.of(ask(() ->
                        store.getObject(it -> it.bucket(bucket.name()).key(key).range(bytes))));
            }
            place = position + count;
            if (range.get().readNBytes(target, 0, count) < count) {
                throw new IOException("The range ended early.");
            }
        }

        @Override
        public void close() {
            range.ifPresent(ResponseInputStream::abort); // reading the rest would cost more than a new connection
            range = Optional.empty();
        }
    }
}
