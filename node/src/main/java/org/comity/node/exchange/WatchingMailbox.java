package org.comity.node.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.node.exchange.mail.MailServers.MailNotTaken;
import org.comity.node.exchange.mail.Mailbox;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.settings.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks into the mailbox. Each mail is stored in one transaction with how far the mailbox was read: what a crash interrupts
 * is read again, and what was stored is not stored twice.
 */
@Component
public class WatchingMailbox {

    private static final Logger log = LoggerFactory.getLogger(WatchingMailbox.class);

    /** As whom mails are taken in. */
    static final String MAILBOX = "mailbox";

    private final MailSettings settings;
    private final Mailbox mailbox;
    private final FilingAnswers filing;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WatchingMailbox(
            MailSettings settings,
            Mailbox mailbox,
            FilingAnswers filing,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.filing = filing;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How the watching goes.
     *
     * @param watched false where no mailbox is set up
     */
    public record State(
            boolean watched,
            Optional<Instant> lastSuccessAt,
            Optional<Instant> lastFailureAt,
            Optional<Noted> trouble) {

        /** Whether the last look went well, or there was none yet. */
        public boolean wellSoFar() {
            return lastFailureAt
                    .map(failure -> lastSuccessAt.filter(failure::isBefore).isPresent())
                    .orElse(true);
        }
    }

    void look() {
        if (!settings.watchesAMailbox()) {
            return;
        }
        try {
            mailbox.read(place(), new Mailbox.Taker() {
                @Override
                public void take(byte[] mail, Mailbox.Place place) {
                    transaction.executeWithoutResult(status -> {
                        filing.take(mail, MAILBOX);
                        readTo(place);
                    });
                }

                @Override
                public void tooLarge(int bytes, Mailbox.Place place) {
                    transaction.executeWithoutResult(status -> {
                        filing.take(tooLargeNotice(bytes, place), MAILBOX);
                        readTo(place);
                    });
                }
            });
            succeeded();
        } catch (MailNotTaken e) {
            log.warn("The mailbox can't be read: {}", e.detail());
            failed(Noted.of("exchange.trouble.mailbox", e.detail()));
        }
    }

    public State state() {
        return database.sql("""
                        select last_success_at, last_failure_at, last_failure from exchange.mailbox where folder = :folder
                        """)
                .param("folder", settings.imap().folder())
                .query((row, number) -> new State(
                        settings.watchesAMailbox(),
                        OutgoingEnvelopes.instant(row.getObject("last_success_at", OffsetDateTime.class)),
                        OutgoingEnvelopes.instant(row.getObject("last_failure_at", OffsetDateTime.class)),
                        Optional.ofNullable(row.getString("last_failure")).map(Noted::read)))
                .optional()
                .orElseGet(() ->
                        new State(settings.watchesAMailbox(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Stands in the tray for a mail that stays in the mailbox. */
    private static byte[] tooLargeNotice(int bytes, Mailbox.Place place) {
        return ("Subject: " + bytes / 1024 / 1024 + " MB\r\nMessage-ID: <too-large-" + place.validity() + "-"
                        + place.last() + "@mailbox>\r\nContent-Type: text/plain\r\n\r\n"
                        + Said.of("exchange.answer.too-large").inEnglish() + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Mailbox.Place place() {
        return database.sql("select validity, last_uid from exchange.mailbox where folder = :folder")
                .param("folder", settings.imap().folder())
                .query((row, number) -> new Mailbox.Place(row.getLong("validity"), row.getLong("last_uid")))
                .optional()
                .orElse(new Mailbox.Place(0, 0));
    }

    private void readTo(Mailbox.Place place) {
        database.sql("""
                        insert into exchange.mailbox (folder, validity, last_uid) values (:folder, :validity, :last)
                        on conflict (folder) do update
                           set validity = excluded.validity, last_uid = excluded.last_uid
                        """)
                .param("folder", settings.imap().folder())
                .param("validity", place.validity())
                .param("last", place.last())
                .update();
    }

    private void succeeded() {
        database.sql("""
                        insert into exchange.mailbox (folder, validity, last_uid, last_success_at)
                        values (:folder, 0, 0, :now)
                        on conflict (folder) do update set last_success_at = excluded.last_success_at
                        """)
                .param("folder", settings.imap().folder())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void failed(Noted trouble) {
        database.sql("""
                        insert into exchange.mailbox (folder, validity, last_uid, last_failure_at, last_failure)
                        values (:folder, 0, 0, :now, :trouble)
                        on conflict (folder) do update
                           set last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure
                        """)
                .param("folder", settings.imap().folder())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("trouble", trouble.stored())
                .update();
    }
}
