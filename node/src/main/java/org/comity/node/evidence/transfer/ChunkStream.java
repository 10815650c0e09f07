package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a transfer from some place on, as its chunks arrive, are checked and opened. What comes out of this stream is
 * right; when it breaks, all that came out before was.
 *
 * <p>Chunks are asked for in runs, two of them at a time, each on a thread of its own that also checks and opens them: so a long
 * way costs no waiting, and whoever reads here is left with the work of the vault. A run waits until its chunks are read, so
 * that what is in memory does not grow with the content. A broken chunk is asked for again by itself.
 */
public final class ChunkStream extends InputStream {

    private static final int RUNS = 2;
    private static final int WAITING = 1;
    private static final int TRIES = 3;

    /** Where chunks come from. */
    @FunctionalInterface
    public interface Source {
        /** So many chunks from that one on, one behind the other, as they travel; fails with what the line did. */
        InputStream open(long first, long count) throws IOException;

        /** Chunks of a run: asking costs little beside them, and a line that is cut has not carried much out of turn. */
        default long run() {
            return 16;
        }

        /** How long a chunk may take to come: also a line of some kilobytes in a second gets one through. */
        default Duration patience() {
            return Duration.ofMinutes(5);
        }
    }

    /** Makes content of what travelled. Each run has one of its own. */
    @FunctionalInterface
    public interface Opening {
        /** @throws BrokenChunk when it is not the chunk that was asked for */
        void open(long chunk, byte[] travelled, byte[] content) throws BrokenChunk;

        /** For what travels as it is. */
        static Opening asItIs(Chunks chunks) {
            return (chunk, travelled, content) -> System.arraycopy(travelled, 0, content, 0, chunks.lengthOf(chunk));
        }
    }

    /** Is told of each chunk that is right, and may stop the stream by an exception. */
    @FunctionalInterface
    public interface Progress {
        void at(long place) throws IOException;
    }

    private final Chunks chunks;
    private final Supplier<Opening> opening;
    private final Source source;
    private final Progress progress;

    /** Of chunks that were read; the threads of the runs fill them anew. */
    private final BlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(RUNS * (WAITING + 1) + 1);

    // used by the reading thread alone
    private final Deque<Run> runs = new ArrayDeque<>();
    private long asked;
    private long chunk;
    private byte @Nullable [] content;
    private int length;
    private int read;

    public ChunkStream(Chunks chunks, Supplier<Opening> opening, long from, Source source, Progress progress)
            throws IOException {
        this.chunks = chunks;
        this.opening = opening;
        this.source = source;
        this.progress = progress;
        this.chunk = from < chunks.size() ? chunks.at(from) : chunks.count();
        this.asked = chunk;
        if (from < chunks.size()) {
            try {
                next();
                read = (int) (from - chunks.placeOf(chunk - 1));
            } catch (IOException broken) {
                close();
                throw broken;
            }
        }
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (read == length) {
            if (chunk >= chunks.count()) {
                return -1;
            }
            progress.at(chunks.placeOf(chunk));
            next();
        }
        int count = Math.min(most, length - read);
        System.arraycopy(content, read, target, offset, count);
        read += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() {
        runs.forEach(Run::stop);
        runs.clear();
    }

    private void next() throws IOException {
        while (runs.size() < RUNS && asked < chunks.count()) {
            long end = Math.min(asked + source.run(), chunks.count());
            runs.add(new Run(asked, end));
            asked = end;
        }
        if (content != null) {
            spare.offer(content);
        }
        switch (runs.element().next()) {
            case Opened opened -> content = opened.content();
            case Failed failed -> throw failed.cause();
        }
        length = chunks.lengthOf(chunk);
        read = 0;
        chunk++;
        if (runs.element().end == chunk) {
            runs.remove();
        }
    }

    private sealed interface Arrived {}

    private record Opened(byte[] content) implements Arrived {}

    private record Failed(IOException cause) implements Arrived {}

    /** Some chunks, in their order. */
    private final class Run {

        private final long first;
        private final long end;
        private final BlockingQueue<Arrived> arrived = new ArrayBlockingQueue<>(WAITING);
        private final Thread thread;

        Run(long first, long end) {
            this.first = first;
            this.end = end;
            this.thread = Thread.ofVirtual().name("chunks-from-" + first).start(this::fetch);
        }

        Arrived next() throws IOException {
            try {
                var next = arrived.poll(source.patience().toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    throw new IOException(
                            "No chunk came within " + source.patience().toSeconds() + " s.");
                }
                return next;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(stop);
            }
        }

        void stop() {
            thread.interrupt();
        }

        private void fetch() {
            try {
                try (var line = source.open(first, end - first)) {
                    var opener = opening.get();
                    byte[] travelled = new byte[chunks.sealedLengthOf(first)];
                    for (long at = first; at < end; at++) {
                        arrived.put(new Opened(opened(at, line, travelled, opener)));
                    }
                } catch (IOException cut) {
                    arrived.put(new Failed(cut));
                } catch (RuntimeException | OutOfMemoryError failed) {
                    arrived.put(new Failed(new IOException("The line broke: " + failed, failed)));
                }
            } catch (InterruptedException nobodyReads) {
                Thread.currentThread().interrupt();
            }
        }

        private byte[] opened(long at, InputStream line, byte[] travelled, Opening opener) throws IOException {
            readWhole(at, line, travelled);
            for (int tried = 1; ; tried++) {
                byte[] free = spare.poll();
                byte[] into = free == null ? new byte[chunks.lengthOf(first)] : free;
                try {
                    opener.open(at, travelled, into);
                    return into;
                } catch (BrokenChunk broken) {
                    if (tried == TRIES) {
                        throw broken;
                    }
                    try (var again = source.open(at, 1)) {
                        readWhole(at, again, travelled);
                    }
                }
            }
        }

        private void readWhole(long at, InputStream line, byte[] travelled) throws IOException {
            int whole = chunks.sealedLengthOf(at);
            if (line.readNBytes(travelled, 0, whole) < whole) {
                throw new IOException("The line was cut within chunk %d of %d.".formatted(at + 1, chunks.count()));
            }
        }
    }
}
