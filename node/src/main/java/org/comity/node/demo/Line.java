package org.comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The line by which other nodes reach a node: a relay of real sockets in front of it. It can be told to break after so many
 * bytes; then every connection is closed and none is taken until it is mended.
 */
final class Line implements AutoCloseable {

    private static final int PIECE = 64 << 10;

    private final InetSocketAddress outside;
    private final int inside;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong carried = new AtomicLong();

    // read by every thread that carries; set by whoever tells the line to break or mends it
    private volatile long breaksAfter = Long.MAX_VALUE;
    private volatile boolean broken;
    private volatile ServerSocket door;

    private Line(int outside, int inside) throws IOException {
        this.outside = new InetSocketAddress(InetAddress.getLoopbackAddress(), outside);
        this.inside = inside;
        this.door = open();
    }

    /** @param outside the port that others know @param inside the one where the node listens */
    static Line between(int outside, int inside) {
        try {
            return new Line(outside, inside);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't lay a line from port %d.".formatted(outside), e);
        }
    }

    /** What others know the node by. */
    URI address() {
        return URI.create("http://127.0.0.1:" + outside.getPort());
    }

    int inside() {
        return inside;
    }

    /** From now on it counts what it carries from the node, and breaks when it is so much. */
    void breakAfter(long bytes) {
        carried.set(0);
        breaksAfter = bytes;
    }

    boolean isBroken() {
        return broken;
    }

    /** From the node to others, since it was told to break or was mended. */
    long carried() {
        return carried.get();
    }

    void mend() {
        carried.set(0);
        breaksAfter = Long.MAX_VALUE;
        broken = false;
        try {
            door = open();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't mend the line from port %d.".formatted(outside.getPort()), e);
        }
    }

    @Override
    public void close() {
        shut(door);
        open.forEach(Line::shut);
    }

    private ServerSocket open() throws IOException {
        var fresh = new ServerSocket();
        fresh.setReuseAddress(true);
        fresh.bind(outside);
        Thread.ofVirtual().name("line-" + outside.getPort()).start(() -> takeFrom(fresh));
        return fresh;
    }

    private void takeFrom(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                connect(from.accept());
            } catch (IOException closed) {
                // the line broke, or the node is not there yet: whoever called tries again
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        open.add(caller);
        Socket node;
        try {
            node = new Socket(InetAddress.getLoopbackAddress(), inside);
        } catch (IOException notThere) {
            hangUp(caller);
            throw notThere;
        }
        open.add(node);
        if (broken) {
            hangUp(caller, node);
        }
        Thread.ofVirtual().start(() -> carry(caller, node, false));
        Thread.ofVirtual().start(() -> carry(node, caller, true));
    }

    private void carry(Socket from, Socket to, boolean counted) {
        byte[] piece = new byte[PIECE];
        try {
            var source = from.getInputStream();
            var target = to.getOutputStream();
            for (int count = source.read(piece); count >= 0; count = source.read(piece)) {
                if (counted && carried.addAndGet(count) > breaksAfter) {
                    breakNow();
                }
                target.write(piece, 0, count);
            }
        } catch (IOException gone) {
            // one side hung up, so does the other
        } finally {
            hangUp(from, to);
        }
    }

    private void breakNow() {
        broken = true;
        close();
    }

    private void hangUp(Socket... ends) {
        for (Socket end : ends) {
            open.remove(end);
            shut(end);
        }
    }

    private static void shut(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception alreadyGone) {
            // nothing is left to close
        }
    }
}
