package org.comity.node.exchange.mail;

import java.util.List;
import org.comity.node.directory.MailContact;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.MessageId;

/**
 * A mail before it is signed and sealed.
 *
 * @param subject is read on the way by every server; it names nobody and no case
 * @param earlier the mails of the same matter, so that mail programs show them together
 */
public record Letter(
        MessageId id,
        MailContact to,
        String subject,
        String text,
        List<Enclosure> enclosures,
        List<MessageId> earlier) {

    public Letter {
        enclosures = List.copyOf(enclosures);
        earlier = List.copyOf(earlier);
    }
}
