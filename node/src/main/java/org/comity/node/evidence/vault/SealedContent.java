package org.comity.node.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * Sealed content, opened to be read from any place on, a segment at a time. Nothing leaves that was not authenticated; a store
 * that lost the end is noticed with the first byte, since the segment that lies last now is not the one that was sealed as the
 * last. For one reader at a time.
 */
public final class SealedContent implements Closeable {

    private final Blobs.Blob blob;
    private final UUID content;
    private final SegmentCipher cipher;
    private final long sealedLength;
    private final byte[] sealed = new byte[SegmentCipher.SEALED_SEGMENT];
    private final byte[] plain = new byte[SegmentCipher.SEGMENT];
    private long segment = -1;
    private int length;

    private SealedContent(Blobs.Blob blob, UUID content, ContentKey key) throws IOException {
        this.blob = blob;
        this.content = content;
        this.cipher = new SegmentCipher(key, content);
        this.sealedLength = blob.length();
        byte[] header = new byte[SegmentCipher.HEADER];
        if (blob.read(0, header, header.length) < header.length
                || !Arrays.equals(header, SegmentCipher.header(content))
                || sealedLength <= SegmentCipher.HEADER) {
            throw Tampered.header(content);
        }
        load(SegmentCipher.segmentsIn(sealedLength) - 1);
    }

    public static SealedContent open(Blobs blobs, UUID content, ContentKey key) throws IOException {
        return open(blobs.open(content), content, key);
    }

    static SealedContent open(Blobs.Blob blob, UUID content, ContentKey key) throws IOException {
        try {
            return new SealedContent(blob, content, key);
        } catch (IOException | RuntimeException unreadable) {
            blob.close();
            throw unreadable;
        }
    }

    /** How many bytes the content has. */
    public long size() {
        return SegmentCipher.contentIn(sealedLength);
    }

    /** Writes so many bytes from that place on, or those that there are. */
    public void copy(long from, long count, OutputStream target) throws IOException {
        Objects.checkFromIndexSize(from, Math.min(count, size() - from), size());
        long end = Math.min(size(), from + count);
        for (long at = from; at < end; ) {
            load(at / SegmentCipher.SEGMENT);
            int within = (int) (at % SegmentCipher.SEGMENT);
            int some = (int) Math.min(length - within, end - at);
            target.write(plain, within, some);
            at += some;
        }
    }

    /** Reads exactly so many bytes from that place on. */
    public void read(long from, byte[] target, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, size());
        for (int done = 0; done < count; ) {
            load((from + done) / SegmentCipher.SEGMENT);
            int within = (int) ((from + done) % SegmentCipher.SEGMENT);
            int some = Math.min(length - within, count - done);
            System.arraycopy(plain, within, target, done, some);
            done += some;
        }
    }

    /** All of it from that place on; closing the stream closes the content. */
    public InputStream from(long place) {
        return new InputStream() {
            private long at = place;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int most) throws IOException {
                Objects.checkFromIndexSize(offset, most, target.length);
                if (most == 0) {
                    return 0;
                }
                if (at >= size()) {
                    return -1;
                }
                load(at / SegmentCipher.SEGMENT);
                int within = (int) (at % SegmentCipher.SEGMENT);
                int some = Math.min(length - within, most);
                System.arraycopy(plain, within, target, offset, some);
                at += some;
                return some;
            }

            @Override
            public void close() throws IOException {
                SealedContent.this.close();
            }
        };
    }

    private void load(long number) throws IOException {
        if (number == segment) {
            return;
        }
        long segments = SegmentCipher.segmentsIn(sealedLength);
        long place = SegmentCipher.placeOf(number);
        int expected = (int) Math.min(sealed.length, sealedLength - place);
        segment = -1;
        if (blob.read(place, sealed, expected) < expected) {
            throw Tampered.segment(content, number, segments);
        }
        length = cipher.open(number, number == segments - 1, sealed, expected, plain);
        if (length < 0) {
            throw Tampered.segment(content, number, segments);
        }
        segment = number;
    }

    @Override
    public void close() throws IOException {
        blob.close();
    }
}
