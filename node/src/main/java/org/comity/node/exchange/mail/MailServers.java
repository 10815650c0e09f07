package org.comity.node.exchange.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.comity.node.settings.MailSettings;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Connections to the house's mail servers: over TLS, to a server that proves its name, or not at all. */
public final class MailServers {

    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final Optional<SSLSocketFactory> trusting;

    public MailServers(MailSettings settings) {
        this.settings = settings;
        this.trusting = settings.trusted().map(Path::of).map(MailServers::trusting);
    }

    /** The server did not take the mail. */
    public static final class MailNotTaken extends Exception {

        private static final long serialVersionUID = 1L;
        private final String why;
        private final boolean forGood;

        MailNotTaken(String why, String detail, boolean forGood, Throwable cause) {
            super(detail, cause);
            this.why = why;
            this.forGood = forGood;
        }

        /** Last word of its message key. */
        public String why() {
            return why;
        }

        /** What the server said of it. */
        public String detail() {
            return getMessage() == null ? "" : getMessage();
        }

        /** Whether the same mail would be refused again. */
        public boolean forGood() {
            return forGood;
        }
    }

    /** Hands exactly these bytes to the server. */
    public void send(byte[] mail, String to) throws MailNotTaken {
        MailSettings.Smtp smtp = settings.smtp();
        Session session = Session.getInstance(smtpProperties());
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport, smtp);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail)), new Address[] {new InternetAddress(to)});
        } catch (AuthenticationFailedException e) {
            throw new MailNotTaken("mail-sign-in", first(e), false, e);
        } catch (SendFailedException e) {
            throw new MailNotTaken("mail-refused", first(e), isPermanent(e), e);
        } catch (MessagingException e) {
            throw new MailNotTaken("mail-server", first(e), false, e);
        }
    }

    /** Shows the server this node's name and password, and hands nothing over. */
    public void signIn() throws MailNotTaken {
        MailSettings.Smtp smtp = settings.smtp();
        try (Transport transport = Session.getInstance(smtpProperties()).getTransport("smtp")) {
            connect(transport, smtp);
        } catch (MessagingException e) {
            throw new MailNotTaken("mail-server", first(e), false, e);
        }
    }

    private static void connect(Transport transport, MailSettings.Smtp smtp) throws MessagingException {
        transport.connect(
                smtp.host().orElseThrow(),
                smtp.port(),
                smtp.user().orElse(null),
                smtp.password().orElse(null));
    }

    Properties imapProperties() {
        Properties properties = new Properties();
        secure(properties, "mail.imaps", settings.imap().patience());
        properties.setProperty("mail.imaps.ssl.enable", "true");
        properties.setProperty("mail.imaps.peek", "true");
        return properties;
    }

    private Properties smtpProperties() {
        MailSettings.Smtp smtp = settings.smtp();
        Properties properties = new Properties();
        secure(properties, "mail.smtp", smtp.patience());
        switch (smtp.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
        properties.setProperty("mail.smtp.from", settings.requireAddress());
        properties.setProperty("mail.smtp.localhost", "comity.invalid");
        return properties;
    }

    private void secure(Properties properties, String protocol, Duration patience) {
        String millis = Long.toString(patience.toMillis());
        properties.setProperty(protocol + ".connectiontimeout", millis);
        properties.setProperty(protocol + ".timeout", millis);
        properties.setProperty(protocol + ".writetimeout", millis);
        properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty(protocol + ".ssl.protocols", "TLSv1.3 TLSv1.2");
        trusting.ifPresent(factory -> properties.put(protocol + ".ssl.socketFactory", factory));
    }

    private static boolean isPermanent(Exception e) {
        for (@Nullable Throwable cause = e; cause != null; cause = nextOf(cause)) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT
                    || cause instanceof SMTPSendFailedException sent && sent.getReturnCode() >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable nextOf(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }

    /** Servers say much; one line of it is enough for a person. */
    static String first(Exception e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        for (Throwable next = nextOf(e); next != null && text.isBlank(); next = nextOf(next)) {
            text = String.valueOf(next.getMessage());
        }
        return text.lines().findFirst().map(String::strip).orElse("");
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("server-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The certificates in " + file + " can't be read. Check comity.mail.trusted.", e);
        }
    }
}
