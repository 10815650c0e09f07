package org.comity.node.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that nothing listens at, for those who have to say their port before they open it.
 *
 * <p>Taken below the ports that systems lend to outgoing connections (from 32768 on Linux, from 49152 by RFC 6335,
 * section 6): a port that the system itself proposes may be lent to a connection before its listener opens it.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int MANY = 12_000;

    /** A golden section of the range: processes with neighbouring numbers start far from each other. */
    private static final int STRIDE = 7_417;

    /** Each process starts elsewhere, and none gives the same port twice in a row. */
    private static final AtomicInteger next =
            new AtomicInteger((int) (ProcessHandle.current().pid() * STRIDE % MANY));

    private FreePort() {}

    /** @throws IllegalStateException if this machine has none left */
    public static int any() {
        for (int tries = 0; tries < MANY; tries++) {
            int port = LOWEST + Math.floorMod(next.getAndIncrement(), MANY);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on this machine.");
    }

    /** The preferred one, or any where that is taken. */
    public static int preferably(int port) {
        return isFree(port) ? port : any();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
