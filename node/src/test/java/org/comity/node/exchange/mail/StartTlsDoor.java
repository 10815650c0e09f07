package org.comity.node.exchange.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Before a mail server that knows no STARTTLS (RFC 3207): says hello in clear, takes nothing before the handshake, then passes on. */
final class StartTlsDoor implements AutoCloseable {

    private final ServerSocket door;
    private final SSLContext tls;
    private final int behind;
    private final List<String> inClear = new CopyOnWriteArrayList<>();

    private StartTlsDoor(ServerSocket door, SSLContext tls, int behind) {
        this.door = door;
        this.tls = tls;
        this.behind = behind;
    }

    /** @param behind port of the server in clear */
    static StartTlsDoor before(int behind, SSLContext tls) throws IOException {
        var opened = new StartTlsDoor(new ServerSocket(0, 5, InetAddress.getByName("localhost")), tls, behind);
        Thread.ofVirtual().start(opened::serve);
        return opened;
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> speak(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void speak(Socket client) {
        try (client;
                Socket server = new Socket("127.0.0.1", behind)) {
            say(client, "220 localhost");
            while (!heard(line(client.getInputStream())).equalsIgnoreCase("STARTTLS")) {
                say(client, "250-localhost\r\n250 STARTTLS");
            }
            say(client, "220 Go ahead");
            SSLSocket secret = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
            secret.setUseClientMode(false);
            secret.startHandshake();
            line(server.getInputStream());
            Thread.ofVirtual().start(() -> pass(server, secret));
            pass(secret, server);
        } catch (IOException gone) {
            // the client left
        }
    }

    /** What was said before the handshake. */
    List<String> inClear() {
        return List.copyOf(inClear);
    }

    private String heard(String line) {
        inClear.add(line);
        return line;
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Byte by byte: what follows belongs to the handshake. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The line was cut.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException gone) {
            // the other side left
        }
    }
}
