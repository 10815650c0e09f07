package org.comity.node.cooperation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A line before a node, which lets through so many bytes of its answers and then breaks, until it is mended. */
final class CutLine implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong rate = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong passed = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CutLine(int port, int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** It breaks after so many bytes more. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** It lets through no more than so many bytes of answers in a second. */
    void slowDownTo(long bytes) {
        rate.set(bytes);
    }

    void mend() {
        left.set(Long.MAX_VALUE);
        rate.set(Long.MAX_VALUE);
    }

    /** Bytes of answers that came through so far. */
    long passed() {
        return passed.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var from = door.accept();
                if (left.get() <= 0) {
                    from.close();
                    continue;
                }
                var to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(from);
                open.add(to);
                Thread.ofVirtual().start(() -> carry(from, to, false));
                Thread.ofVirtual().start(() -> carry(to, from, true));
            } catch (IOException closed) {
                // the next one, unless the door is closed
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        var piece = new byte[PIECE];
        try (from;
                to) {
            for (int count = from.getInputStream().read(piece);
                    count >= 0;
                    count = from.getInputStream().read(piece)) {
                if (answers && left.addAndGet(-count) <= 0) {
                    breakAll();
                    return;
                }
                to.getOutputStream().write(piece, 0, count);
                if (answers) {
                    passed.addAndGet(count);
                    Thread.sleep(count * 1000L / rate.get());
                }
            }
        } catch (IOException | InterruptedException broken) {
            // as lines break
        }
    }

    private void breakAll() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakAll();
    }
}
