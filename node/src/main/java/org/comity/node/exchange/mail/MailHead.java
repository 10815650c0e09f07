package org.comity.node.exchange.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.node.exchange.MessageId;

/**
 * What stands on the outside of a mail. Anyone can write anything there.
 *
 * @param messageId empty if the mail has none
 * @param from the address alone, in lower case
 * @param answers the mails that it says it answers, nearest first
 */
public record MailHead(Optional<String> messageId, String from, String subject, List<MessageId> answers) {

    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,255})>");
    private static final int LONGEST_SUBJECT = 300;

    public static MailHead of(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mail));
            List<MessageId> answers = new ArrayList<>(ids(message, "In-Reply-To"));
            ids(message, "References").reversed().stream()
                    .filter(id -> !answers.contains(id))
                    .forEach(answers::add);
            return new MailHead(
                    ids(message, "Message-ID").stream().findFirst().map(MessageId::value),
                    from(message),
                    subject(message),
                    List.copyOf(answers));
        } catch (MessagingException e) {
            return new MailHead(Optional.empty(), "", "", List.of());
        }
    }

    private static String from(MimeMessage message) {
        try {
            Address[] from = message.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                    ? String.valueOf(address.getAddress())
                            .replaceAll("\\p{Cntrl}", "")
                            .toLowerCase(Locale.ROOT)
                    : "";
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        String subject = message.getSubject();
        String plain =
                subject == null ? "" : subject.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) + "…" : plain;
    }

    private static List<MessageId> ids(MimeMessage message, String header) throws MessagingException {
        String value = message.getHeader(header, " ");
        Matcher matcher = ID.matcher(value == null ? "" : value);
        List<MessageId> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(new MessageId(matcher.group(1)));
        }
        return ids;
    }
}
