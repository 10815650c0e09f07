package org.comity.node.exchange.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.comity.node.TestPostgres;
import org.comity.node.exchange.MessageId;
import org.comity.node.settings.FreePort;
import org.comity.node.settings.MailSettings;
import org.comity.node.time.WallTime;

/** A real mail server over TLS, with a mailbox for this node and one for an authority that has none. */
public final class MailHouse implements AutoCloseable {

    public static final String OURS = "desk@contact.pt.example";
    public static final String THEIRS = "assistance@authority.ar.example";
    private static final String PASSWORD = "of a mailbox";

    /** One for all, that of the demo too: the server reads its key once in a process. */
    private static final Path CERTIFICATE = serverCertificate(TestPostgres.temporaryFolder("comity-mail-"));

    private final GreenMail server;
    private final GreenMailUser ours;
    private final GreenMailUser theirs;
    private final Path certificate;
    private final MailKeys theirKeys = MailKeys.make(THEIRS, "Central authority, AR", WallTime.clock());

    private MailHouse(GreenMail server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
        this.ours = server.setUser(OURS, "desk", PASSWORD);
        this.theirs = server.setUser(THEIRS, "assistance", PASSWORD);
    }

    public static MailHouse open() {
        String host = "127.0.0.1";
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(FreePort.any(), host, ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(FreePort.any(), host, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(FreePort.any(), host, ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        return new MailHouse(server, CERTIFICATE);
    }

    /** How a node is told of it. */
    public String[] settings() {
        return new String[] {
            "--comity.mail.address=" + OURS,
            "--comity.mail.smtp.host=localhost",
            "--comity.mail.smtp.port=" + server.getSmtps().getPort(),
            "--comity.mail.smtp.tls=tls",
            "--comity.mail.smtp.user=desk",
            "--comity.mail.smtp.password=" + PASSWORD,
            "--comity.mail.imap.host=localhost",
            "--comity.mail.imap.port=" + server.getImaps().getPort(),
            "--comity.mail.imap.user=desk",
            "--comity.mail.imap.password=" + PASSWORD,
            "--comity.mail.imap.every=300ms",
            "--comity.mail.trusted=" + certificate
        };
    }

    /** The same server, behind a door that begins in clear and asks for STARTTLS. */
    StartTlsDoor behindStartTls() {
        try {
            KeyStore store = KeyStore.getInstance(
                    certificate.resolveSibling("server.p12").toFile(), PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            return StartTlsDoor.before(portInClear(), tls);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a node would have them, for a server at this port that begins in clear. */
    MailSettings startingTls(int port) {
        return new MailSettings(
                Optional.of(OURS),
                new MailSettings.Smtp(
                        Optional.of("localhost"),
                        port,
                        MailSettings.Tls.STARTTLS,
                        Optional.of("desk"),
                        Optional.of(PASSWORD),
                        Duration.ofSeconds(5)),
                MailSettings.Imap.NONE,
                Optional.of(certificate.toString()),
                Optional.empty(),
                Optional.empty());
    }

    int portInClear() {
        return server.getSmtp().getPort();
    }

    public MailKeys theirKeys() {
        return theirKeys;
    }

    /** What is in the authority's mailbox, as bytes. */
    public List<byte[]> arrived() {
        List<byte[]> mails = new ArrayList<>();
        for (MimeMessage mail : messages(theirs)) {
            mails.add(bytes(mail));
        }
        return mails;
    }

    /** Puts a mail into this node's mailbox. */
    public void answer(byte[] mail) {
        try {
            ours.deliver(new MimeMessage(null, new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's signed and sealed answer to a mail of this node. */
    public void answer(MessageId asked, String text, X509Certificate ours) {
        byte[] entity = Smime.signedAndSealed(
                ("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8),
                theirKeys,
                ours);
        String head = "From: Registry <%s>\r\nTo: %s\r\nMessage-ID: <%s@authority.ar.example>\r\nIn-Reply-To: <%s>\r\n"
                .formatted(THEIRS, OURS, UUID.randomUUID(), asked);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(entity);
        answer(mail.toByteArray());
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private List<MimeMessage> messages(GreenMailUser user) {
        try {
            var folder = server.getManagers().getImapHostManager().getInbox(user);
            List<MimeMessage> all = new ArrayList<>();
            folder.getMessages().forEach(stored -> all.add(stored.getMimeMessage()));
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(MimeMessage mail) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(Object what) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** For a server that calls itself localhost; returns the certificate as a file to trust. */
    private static Path serverCertificate(Path folder) {
        try {
            String there = System.getProperty("greenmail.tls.keystore.file");
            if (there != null) {
                KeyStore store = KeyStore.getInstance(
                        Path.of(there).toFile(),
                        System.getProperty("greenmail.tls.keystore.password").toCharArray());
                return Files.writeString(
                        folder.resolve("server.pem"),
                        pem(store.getCertificate(store.aliases().nextElement())));
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=localhost");
            Instant now = WallTime.clock().instant();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.TWO,
                                    Date.from(now.minus(Duration.ofHours(1))),
                                    Date.from(now.plus(Duration.ofDays(1))),
                                    name,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            Path file = folder.resolve("server.p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            System.setProperty("greenmail.tls.keystore.file", file.toString());
            System.setProperty("greenmail.tls.keystore.password", PASSWORD);
            return Files.writeString(folder.resolve("server.pem"), pem(certificate));
        } catch (IOException | GeneralSecurityException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings, each of these in place of the one of its name. */
    String[] settingsWith(String... others) {
        return Stream.concat(
                        Arrays.stream(settings())
                                .filter(setting -> Arrays.stream(others)
                                        .noneMatch(other -> name(other).equals(name(setting)))),
                        Arrays.stream(others))
                .toArray(String[]::new);
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }
}
