package org.comity.node.notice;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.comity.node.TestPostgres;
import org.comity.node.settings.MailSettings;

/** A mail server over TLS, with a certificate of its own, that keeps what it takes. */
final class TestMailServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLServerSocket socket;
    private final Path certificate;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private TestMailServer(SSLServerSocket socket, Path certificate) {
        this.socket = socket;
        this.certificate = certificate;
    }

    static TestMailServer start() throws Exception {
        var folder = TestPostgres.temporaryFolder("comity-test-mail-");
        var keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "m",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-keystore",
                keys.toString(),
                "-storepass",
                new String(PASSWORD));
        var certificate = folder.resolve("certificate.pem");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "m",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                new String(PASSWORD));
        var store = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(keys.toFile())) {
            store.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        var socket = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
        var server = new TestMailServer(socket, certificate);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    MailSettings settings() {
        return new MailSettings(
                Optional.of("node@example.org"),
                new MailSettings.Smtp(
                        Optional.of("localhost"),
                        socket.getLocalPort(),
                        MailSettings.Tls.TLS,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(5)),
                MailSettings.Imap.NONE,
                Optional.of(certificate.toString()),
                Optional.empty(),
                Optional.empty());
    }

    List<String> mails() {
        return mails;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                speak(client);
            } catch (IOException closed) {
                // the test is over, or the client went away
            }
        }
    }

    private void speak(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 here\r\n");
        out.flush();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("DATA")) {
                answer(out, "354 go on");
                var mail = new ByteArrayOutputStream();
                for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    mail.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
                }
                mails.add(mail.toString(StandardCharsets.UTF_8));
            }
            answer(out, line.equals("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void answer(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("keytool", ".log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
