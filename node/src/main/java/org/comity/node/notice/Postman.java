package org.comity.node.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.comity.node.settings.MailSettings;

/** Hands a mail over TLS to a mail server that proves its name, or not at all. */
class Postman {

    private final MailSettings settings;

    Postman(MailSettings settings) {
        this.settings = settings;
    }

    boolean isThere() {
        return settings.isSetUp();
    }

    void carry(String to, String subject, String text) throws MessagingException {
        var smtp = settings.smtp();
        var session = Session.getInstance(properties());
        try (var transport = session.getTransport("smtp")) {
            var mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(settings.address().orElseThrow()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            // RFC 3834 section 5: so that nobody's absence is told to a machine
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.saveChanges();
            transport.connect(
                    smtp.host().orElseThrow(),
                    smtp.port(),
                    smtp.user().orElse(null),
                    smtp.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Properties properties() {
        var smtp = settings.smtp();
        var millis = Long.toString(smtp.patience().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
        switch (smtp.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        settings.trusted()
                .map(Path::of)
                .ifPresent(file -> properties.put("mail.smtp.ssl.socketFactory", trusting(file)));
        return properties;
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("server-" + number++, certificate);
            }
            var managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The certificates in " + file + " can't be read. Check comity.mail.trusted.", e);
        }
    }
}
