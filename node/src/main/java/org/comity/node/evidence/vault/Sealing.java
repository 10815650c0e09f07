package org.comity.node.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Content on its way into the vault: hashed, encrypted and written in one pass, in memory of constant size.
 *
 * <p>The calling thread reads and hashes; a second one encrypts and writes ({@link Writing}), so that on two processors the
 * slower of both sets the pace. A full segment is written once, when a byte after it has come, because only then is it known
 * not to be the last. What does not fill a segment when a sender pauses waits sealed in a file beside, which is replaced as a
 * whole: no crash can take away what was said to be there.
 *
 * <p>To take up after a crash, {@link #open} reads what is on disk, hashes it again and drops the first segment that does not
 * authenticate with all that follows it. Of a sender who gives checksums, only what passed them is taken up. For one thread
 * at a time.
 */
public final class Sealing implements Closeable {

    private final Path path;
    private final UUID content;
    private final Disk disk;
    private final FileChannel file;
    private final SegmentCipher cipher;
    private final Writing writing;
    private MessageDigest digest = sha256();

    /** Full segments that were handed over to be written. */
    private long segments;

    /** What came after them: up to a whole segment. */
    private byte[] rest = new byte[SegmentCipher.SEGMENT];

    private int restLength;
    private boolean complete;

    /** The sender gives checksums, so what was not checked yet does not count. */
    private boolean checked;

    /** What became of it. @param sha256 of the content as it came, in lower-case hexadecimal digits */
    public record Sealed(long size, String sha256) {}

    /** A point to go back to, when what came after it turned out to be damaged on its way. */
    private record Mark(long segments, byte[] rest, MessageDigest digest) {}

    private Sealing(Path path, UUID content, ContentKey key, Disk disk) throws IOException {
        this.path = path;
        this.content = content;
        this.disk = disk;
        this.cipher = new SegmentCipher(key, content);
        this.file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.writing = new Writing(file, disk, new SegmentCipher(key, content));
    }

    /** Begins, or takes up what is there. */
    public static Sealing open(Path path, UUID content, ContentKey key, Disk disk) throws IOException {
        var sealing = new Sealing(path, content, key, disk);
        try {
            sealing.takeUp();
            return sealing;
        } catch (IOException | RuntimeException unreadable) {
            sealing.close();
            throw unreadable;
        }
    }

    /** How many bytes of the content are here. */
    public long received() {
        return segments * SegmentCipher.SEGMENT + restLength;
    }

    /** Whether {@link #finish} was done, possibly before a crash. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Takes in all that the stream has. If it breaks, what came before stays; call {@link #pause} then too.
     *
     * @return how many bytes came
     */
    public long append(InputStream from) throws IOException {
        if (complete) {
            throw new IllegalStateException("Content " + content + " is complete.");
        }
        long before = received();
        try {
            while (true) {
                if (restLength < rest.length) {
                    int count = from.read(rest, restLength, rest.length - restLength);
                    if (count < 0) {
                        break;
                    }
                    digest.update(rest, restLength, count);
                    restLength += count;
                } else {
                    byte[] next = writing.spare();
                    int count = from.read(next, 0, next.length);
                    if (count < 0) {
                        writing.giveBack(next);
                        break;
                    }
                    digest.update(next, 0, count);
                    writing.write(segments, rest);
                    segments++;
                    rest = next;
                    restLength = count;
                }
            }
        } finally {
            writing.settle();
        }
        return received() - before;
    }

    /** As {@link #append}, if it has that checksum; else, or if it breaks off, nothing of it stays. */
    public boolean append(InputStream from, MessageDigest check, byte[] expected) throws IOException {
        if (!checked) {
            checked = true;
            pause();
        }
        var before = new Mark(segments, Arrays.copyOf(rest, restLength), copy(digest));
        boolean right = false;
        try {
            append(new DigestInputStream(from, check));
            right = MessageDigest.isEqual(check.digest(), expected);
        } finally {
            if (!right) {
                back(before);
            }
        }
        return right;
    }

    private void back(Mark mark) throws IOException {
        writing.settle();
        disk.truncate(file, SegmentCipher.placeOf(mark.segments()));
        segments = mark.segments();
        restLength = mark.rest().length;
        System.arraycopy(mark.rest(), 0, rest, 0, restLength);
        digest = mark.digest();
    }

    /** When this returns, all that {@link #received} counts survives a power cut. */
    public void pause() throws IOException {
        if (complete) {
            return;
        }
        writing.settle();
        begin();
        disk.force(file);
        disk.replace(Rest.file(path), Rest.of(checked, segments, sealed(false)));
    }

    /** Seals the end; when this returns, the file is whole and survives a power cut. */
    public Sealed finish() throws IOException {
        if (!complete) {
            writing.settle();
            begin();
            disk.write(file, ByteBuffer.wrap(sealed(true)), SegmentCipher.placeOf(segments));
            disk.force(file);
            Disk.forceFolder(path);
            complete = true;
        }
        return new Sealed(received(), hex(copy(digest)));
    }

    @Override
    public void close() throws IOException {
        writing.close();
        file.close();
    }

    /** About how much content lies there, from the file's length alone. */
    public static long contentIn(Path path) {
        try {
            return Files.exists(path) ? Math.max(0, SegmentCipher.contentIn(Files.size(path))) : 0;
        } catch (IOException justMoved) {
            return 0;
        }
    }

    /** Removes what lies at this place, whether it was ever finished or not. */
    public static void discard(Path path, Disk disk) throws IOException {
        disk.delete(path);
        disk.delete(Rest.file(path));
        disk.delete(Disk.draft(Rest.file(path)));
    }

    private byte[] sealed(boolean last) {
        byte[] sealed = new byte[SegmentCipher.SEALED_SEGMENT];
        return Arrays.copyOf(sealed, cipher.seal(segments, last, rest, restLength, sealed));
    }

    private void begin() throws IOException {
        if (file.size() < SegmentCipher.HEADER) {
            disk.write(file, ByteBuffer.wrap(SegmentCipher.header(content)), 0);
        }
    }

    private void takeUp() throws IOException {
        byte[] header = new byte[SegmentCipher.HEADER];
        byte[] sealed = new byte[SegmentCipher.SEALED_SEGMENT];
        Optional<Rest> beside = Rest.read(path);
        checked = beside.filter(Rest::checked).isPresent();
        try (var there = new OpenFile(path)) {
            if (there.read(0, header, header.length) == header.length
                    && Arrays.equals(header, SegmentCipher.header(content))) {
                long counted = beside.filter(Rest::checked).map(Rest::number).orElse(Long.MAX_VALUE);
                takeUp(there, sealed, isFinished(there, sealed) ? Long.MAX_VALUE : counted);
            }
        }
        if (!complete) {
            disk.truncate(file, segments == 0 ? 0 : SegmentCipher.placeOf(segments));
            beside.ifPresent(
                    waiting -> count(cipher.open(segments, false, waiting.sealed(), waiting.sealed().length, rest)));
        }
        begin();
    }

    private boolean isFinished(OpenFile there, byte[] sealed) throws IOException {
        if (there.length() <= SegmentCipher.HEADER) {
            return false;
        }
        long last = SegmentCipher.segmentsIn(there.length()) - 1;
        int length = there.read(SegmentCipher.placeOf(last), sealed, sealed.length);
        return cipher.open(last, true, sealed, length, rest) >= 0;
    }

    private void takeUp(OpenFile there, byte[] sealed, long most) throws IOException {
        while (segments < most) {
            int length = there.read(SegmentCipher.placeOf(segments), sealed, sealed.length);
            if (length == sealed.length && cipher.open(segments, false, sealed, length, rest) == rest.length) {
                digest.update(rest);
                segments++;
            } else {
                complete = count(cipher.open(segments, true, sealed, length, rest));
                return;
            }
        }
    }

    /** What stands in the buffer belongs to the content, if it could be opened. */
    private boolean count(int length) {
        if (length < 0) {
            return false;
        }
        digest.update(rest, 0, length);
        restLength = length;
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The JDK's SHA-256 can be copied.", impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
