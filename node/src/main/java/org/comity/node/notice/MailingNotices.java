package org.comity.node.notice;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.identity.People;
import org.comity.node.identity.PersonId;
import org.comity.node.settings.ComitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes one mail to a person about all that is due and unread. It names no case, no peer and no person: mail is read on the
 * way. If the node falls between the server's answer and the commit, the mail comes once more.
 */
class MailingNotices {

    private static final Logger log = LoggerFactory.getLogger(MailingNotices.class);
    private static final Duration NEXT_TRY = Duration.ofMinutes(5);

    private final NoticeBoard board;
    private final WishesOfPeople wishes;
    private final People people;
    private final Postman postman;
    private final ComitySettings node;
    private final MessageSource words;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailingNotices(
            NoticeBoard board,
            WishesOfPeople wishes,
            People people,
            Postman postman,
            ComitySettings node,
            MessageSource words,
            TransactionTemplate transaction,
            Clock clock) {
        this.board = board;
        this.wishes = wishes;
        this.people = people;
        this.postman = postman;
        this.node = node;
        this.words = words;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again; empty when it is mailed, or read meanwhile */
    Optional<Instant> attempt(PersonId person) {
        Optional<Instant> again = transaction.execute(_ -> {
            var now = clock.instant();
            if (!carried(person, now)) {
                return Optional.of(now.plus(NEXT_TRY));
            }
            board.mailed(person, now);
            return Optional.empty();
        });
        return again == null ? Optional.empty() : again;
    }

    private boolean carried(PersonId person, Instant now) {
        List<Boolean> due = board.dueByMail(person, now);
        var address = wishes.of(person).mail().filter(_ -> people.find(person).isPresent());
        if (due.isEmpty() || address.isEmpty() || !postman.isThere()) {
            return true;
        }
        try {
            postman.carry(
                    address.get(),
                    say(due.contains(true) ? "notice.mail.urgent" : "notice.mail.subject", node.organisation()),
                    say("notice.mail.text", due.size(), node.publicUrl() + "/notices"));
            return true;
        } catch (MessagingException later) {
            log.warn("The mail server did not take a notice, which is tried again: {}", later.toString());
            return false;
        }
    }

    private String say(String key, Object... about) {
        return words.getMessage(key, about, Locale.ENGLISH);
    }
}
