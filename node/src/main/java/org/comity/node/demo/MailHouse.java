package org.comity.node.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import org.comity.node.settings.FreePort;

/** A mail server for the exercise, over TLS, with a mailbox for a node and one for an authority that has none. */
final class MailHouse implements AutoCloseable {

    private static final String PASSWORD = "of an exercise";
    private static final String HOST = "localhost";
    private static final String KEYS = "greenmail.tls.keystore.file";
    private static final String KEYS_PASSWORD = "greenmail.tls.keystore.password";

    private final GreenMail server;
    private final GreenMailUser node;
    private final GreenMailUser authority;
    private final Path certificate;
    private int read;

    private MailHouse(GreenMail server, Path certificate, String nodesAddress, String authoritysAddress) {
        this.server = server;
        this.certificate = certificate;
        this.node = server.setUser(nodesAddress, "node", PASSWORD);
        this.authority = server.setUser(authoritysAddress, "authority", PASSWORD);
    }

    /** @param folder in which the server's certificate is put */
    static MailHouse open(Path folder, String nodesAddress, String authoritysAddress) {
        Path certificate = certify(folder);
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(FreePort.any(), HOST, ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(FreePort.any(), HOST, ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        return new MailHouse(server, certificate, nodesAddress, authoritysAddress);
    }

    /** What the node's settings say of it, line by line. */
    List<String> settings() {
        return List.of(
                "comity.mail.address=" + node.getEmail(),
                "comity.mail.smtp.host=" + HOST,
                "comity.mail.smtp.port=" + server.getSmtps().getPort(),
                "comity.mail.smtp.tls=tls",
                "comity.mail.smtp.user=node",
                "comity.mail.smtp.password=" + PASSWORD,
                "comity.mail.imap.host=" + HOST,
                "comity.mail.imap.port=" + server.getImaps().getPort(),
                "comity.mail.imap.user=node",
                "comity.mail.imap.password=" + PASSWORD,
                "comity.mail.imap.every=500ms",
                "comity.mail.trusted=" + certificate);
    }

    /** The next mail to the authority that it has not read yet. */
    Optional<byte[]> next() {
        try {
            var mails = server.getManagers()
                    .getImapHostManager()
                    .getInbox(authority)
                    .getMessages();
            if (mails.size() <= read) {
                return Optional.empty();
            }
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            mails.get(read).getMimeMessage().writeTo(mail);
            read++;
            return Optional.of(mail.toByteArray());
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException("The mail server can't show its mail.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a mail into the node's mailbox. */
    void deliver(byte[] mail) {
        try {
            node.deliver(new MimeMessage(null, new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server can't take the mail.", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The server reads its key once in a process, from where these properties say; a second house has the first one's. */
    private static Path certify(Path folder) {
        try {
            if (System.getProperty(KEYS) == null) {
                keep(Identity.ofServer(HOST), folder.resolve("mail-server.p12"));
            }
            KeyStore store = KeyStore.getInstance(
                    new File(System.getProperty(KEYS, "")),
                    System.getProperty(KEYS_PASSWORD, "").toCharArray());
            Certificate certificate = store.getCertificate(store.aliases().nextElement());
            return Files.writeString(folder.resolve("mail-server.pem"), Identity.pem(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PKCS #12.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the mail server's key in " + folder + ".", e);
        }
    }

    private static void keep(Identity server, Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", server.key(), PASSWORD.toCharArray(), new Certificate[] {server.certificate()});
        try (OutputStream out = Files.newOutputStream(keys)) {
            store.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(KEYS, keys.toString());
        System.setProperty(KEYS_PASSWORD, PASSWORD);
    }
}
