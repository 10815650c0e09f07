package org.comity.node.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/**
 * The second half of {@link Sealing}: encrypts full segments and writes them, on a thread of its own that lives while segments
 * come. It asks the disk to write out every 64 MiB, because a kernel that may keep gigabytes back would make the sender wait
 * for all of them at the end.
 */
final class Writing implements Closeable {

    /** Six megabytes: as much as comes while a disk that writes out lets nobody else write. */
    private static final int BUFFERS = 24;

    private static final long WRITE_OUT_EVERY = 64L << 20;

    private record Full(long number, byte[] content) {}

    private static final Full END = new Full(-1, new byte[0]);

    private final FileChannel file;
    private final Disk disk;

    // used by the writing thread alone
    private final SegmentCipher cipher;
    private final byte[] sealed = new byte[SegmentCipher.SEALED_SEGMENT];

    // between both threads
    private final BlockingQueue<Full> full = new ArrayBlockingQueue<>(BUFFERS + 1);

    /** The one that was used last is taken first, since the processor still has it at hand. */
    private final BlockingDeque<byte[]> spare = new LinkedBlockingDeque<>(BUFFERS);

    private volatile @Nullable Throwable failure;

    // used by the sealing thread alone
    private @Nullable Thread thread;
    private int made;

    Writing(FileChannel file, Disk disk, SegmentCipher cipher) {
        this.file = file;
        this.disk = disk;
        this.cipher = cipher;
    }

    /** A buffer for a whole segment; waits while the disk is behind. */
    byte[] spare() throws IOException {
        byte[] free = spare.pollFirst();
        if (free == null && made < BUFFERS) {
            made++;
            return new byte[SegmentCipher.SEGMENT];
        }
        try {
            return free == null ? spare.takeFirst() : free;
        } catch (InterruptedException stop) {
            throw interrupted();
        }
    }

    void giveBack(byte[] buffer) {
        spare.addFirst(buffer);
    }

    /** The buffer is ours from here on. */
    void write(long number, byte[] content) throws IOException {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("vault-writing").start(this::run);
        }
        check();
        full.add(new Full(number, content));
    }

    /** Waits until all that was handed over is written, and says what went wrong with it. */
    void settle() throws IOException {
        join();
        check();
    }

    private void join() throws IOException {
        Thread running = thread;
        if (running != null) {
            thread = null;
            full.add(END);
            try {
                running.join();
            } catch (InterruptedException stop) {
                throw interrupted();
            }
        }
    }

    private void check() throws IOException {
        if (failure != null) {
            throw new IOException("The vault's disk did not take what came: " + failure.getMessage(), failure);
        }
    }

    private void run() {
        Thread writingOut = null;
        long written = 0;
        try {
            for (Full next = full.take(); next != END; next = full.take()) {
                if (failure == null) {
                    try {
                        written += seal(next);
                    } catch (IOException | RuntimeException wrong) {
                        failure = wrong;
                    }
                }
                spare.addFirst(next.content());
                if (written >= WRITE_OUT_EVERY && (writingOut == null || !writingOut.isAlive())) {
                    written = 0;
                    writingOut = Thread.ofVirtual().start(this::writeOut);
                }
            }
            if (writingOut != null) {
                writingOut.join();
            }
        } catch (InterruptedException stop) {
            failure = stop;
        }
    }

    private int seal(Full next) throws IOException {
        int length = cipher.seal(next.number(), false, next.content(), next.content().length, sealed);
        disk.write(file, ByteBuffer.wrap(sealed, 0, length), SegmentCipher.placeOf(next.number()));
        return length;
    }

    private void writeOut() {
        try {
            file.force(false);
        } catch (IOException wrong) {
            failure = wrong;
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Taking in was stopped.");
    }

    @Override
    public void close() throws IOException {
        full.clear();
        join();
    }
}
