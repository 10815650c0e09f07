package org.comity.node.exchange.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.MessageId;
import org.comity.node.settings.MailSettings;

/** Makes the bytes of a mail: text and enclosures in one MIME entity, signed, sealed, and addressed. */
public final class WritingLetters {

    /** RFC 5322 §2.1.1: a line has at most 998 characters; older mails than these are not named. */
    private static final int MOST_EARLIER = 10;

    private final MailSettings settings;
    private final MailKeys own;
    private final String organisation;
    private final Clock wallClock;

    public WritingLetters(MailSettings settings, MailKeys own, String organisation, Clock wallClock) {
        this.settings = settings;
        this.own = own;
        this.organisation = organisation;
        this.wallClock = wallClock;
    }

    /** By which counterparts know this node's mail. */
    public MailKeys keys() {
        return own;
    }

    public byte[] write(Letter letter) {
        try {
            byte[] sealed =
                    Smime.signedAndSealed(entity(letter), own, letter.to().certificate());
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            mail.writeBytes(headers(letter).getBytes(StandardCharsets.US_ASCII));
            mail.writeBytes(sealed);
            return mail.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The mail " + letter.id() + " could not be written.", e);
        }
    }

    private String headers(Letter letter) throws MessagingException, UnsupportedEncodingException {
        StringBuilder headers = new StringBuilder();
        header(
                headers,
                "From",
                new InternetAddress(settings.requireAddress(), organisation, StandardCharsets.UTF_8.name()).toString());
        header(headers, "To", letter.to().address());
        header(headers, "Date", new MailDateFormat().format(Date.from(wallClock.instant())));
        header(headers, "Message-ID", "<" + letter.id() + ">");
        List<MessageId> earlier = letter.earlier();
        if (!earlier.isEmpty()) {
            header(headers, "In-Reply-To", "<" + earlier.getLast() + ">");
            header(
                    headers,
                    "References",
                    earlier.stream()
                            .skip(Math.max(0, earlier.size() - MOST_EARLIER))
                            .map(id -> "<" + id + ">")
                            .collect(Collectors.joining("\r\n ")));
        }
        header(headers, "Subject", MimeUtility.encodeText(letter.subject(), StandardCharsets.UTF_8.name(), null));
        header(headers, "MIME-Version", "1.0");
        return headers.toString();
    }

    private static void header(StringBuilder headers, String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
    }

    /** What is signed: the text, then each enclosure. */
    private static byte[] entity(Letter letter) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text().replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        text.setHeader("Content-Transfer-Encoding", "quoted-printable");
        parts.addBodyPart(text);
        for (Enclosure enclosure : letter.enclosures()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.type())));
            part.setFileName(MimeUtility.encodeText(enclosure.name(), StandardCharsets.UTF_8.name(), null));
            part.setHeader("Content-Transfer-Encoding", "base64");
            parts.addBodyPart(part);
        }
        MimeBodyPart whole = new MimeBodyPart();
        whole.setContent(parts);
        whole.setHeader("Content-Type", parts.getContentType());
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        whole.writeTo(entity);
        return entity.toByteArray();
    }
}
