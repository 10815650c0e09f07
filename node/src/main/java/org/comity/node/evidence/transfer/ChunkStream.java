package org.comity.node.evidence.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The content of a transfer from some place on, as its chunks arrive, are checked and opened. A few are asked for ahead, so that
 * a long way costs no waiting; no more than these are in memory. A broken one is asked for again by itself. What comes out of
 * this stream is right; when it breaks, all that came out before was.
 */
public final class ChunkStream extends InputStream {

    private static final int AHEAD = 4;
    private static final int TRIES = 3;

    /** Where chunks come from. */
    @FunctionalInterface
    public interface Source {
        /** The sealed chunk; fails with what the line did. */
        CompletableFuture<byte[]> fetch(long chunk);
    }

    /** Is told of each chunk that is right, and may stop the stream by an exception. */
    @FunctionalInterface
    public interface Progress {
        void at(long place) throws IOException;
    }

    private final Chunks chunks;
    private final ChunkTree tree;
    private final ChunkCipher cipher;
    private final Source source;
    private final Progress progress;
    private final Deque<CompletableFuture<byte[]>> ahead = new ArrayDeque<>();
    private long asked;
    private long chunk;
    private byte[] content = new byte[0];
    private int read;

    public ChunkStream(Chunks chunks, ChunkTree tree, ChunkCipher cipher, long from, Source source, Progress progress)
            throws IOException {
        this.chunks = chunks;
        this.tree = tree;
        this.cipher = cipher;
        this.source = source;
        this.progress = progress;
        this.chunk = from < chunks.size() ? chunks.at(from) : chunks.count();
        this.asked = chunk;
        if (from < chunks.size()) {
            next();
            read = (int) (from - chunks.placeOf(chunk - 1));
        }
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (read == content.length) {
            if (chunk >= chunks.count() || chunks.placeOf(chunk) >= chunks.size()) {
                return -1;
            }
            progress.at(chunks.placeOf(chunk));
            next();
        }
        int count = Math.min(most, content.length - read);
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
        ahead.forEach(it -> it.cancel(true));
        ahead.clear();
    }

    private void next() throws IOException {
        while (ahead.size() < AHEAD && asked < chunks.count()) {
            ahead.add(source.fetch(asked++));
        }
        content = checked(ahead.remove());
        read = 0;
        chunk++;
    }

    private byte[] checked(CompletableFuture<byte[]> first) throws IOException {
        var arriving = first;
        for (int tried = 1; ; tried++) {
            byte[] sealed = arrived(arriving);
            try {
                tree.check(chunk, sealed);
                return cipher.open(chunk, sealed);
            } catch (BrokenChunk broken) {
                if (tried == TRIES) {
                    throw broken;
                }
                arriving = source.fetch(chunk);
            }
        }
    }

    private static byte[] arrived(CompletableFuture<byte[]> arriving) throws IOException {
        try {
            return arriving.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof IOException cut
                    ? cut
                    : new IOException("The line broke: " + failed.getCause(), failed);
        }
    }
}
