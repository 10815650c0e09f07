package org.comity.node.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.MailContact;
import org.comity.node.exchange.Answers.Fresh;
import org.comity.node.exchange.Delivery.Proof;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.exchange.mail.MailHead;
import org.comity.node.exchange.mail.Opened;
import org.comity.node.exchange.mail.OpeningMail;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what organisations without a node answer. A mail that names one of this node's messages and is signed by the
 * certificate of that message's receiver is filed at once, and proves that the message arrived. Everything else waits in the
 * tray until a person says what it is.
 */
@Service
@Transactional
public class FilingAnswers {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;

    private final Answers answers;
    private final OutgoingEnvelopes outgoing;
    private final Correspondents correspondents;
    private final OpeningMail opening;
    private final Settling settling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilingAnswers(
            Answers answers,
            OutgoingEnvelopes outgoing,
            Correspondents correspondents,
            OpeningMail opening,
            Settling settling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.answers = answers;
        this.outgoing = outgoing;
        this.correspondents = correspondents;
        this.opening = opening;
        this.settling = settling;
        this.events = events;
        this.clock = clock;
    }

    /** What a person wants to do with an answer can't be done. */
    public static final class FilingRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String field;
        private final transient Said said;

        FilingRefused(String field, Said said) {
            super(said.inEnglish());
            this.field = field;
            this.said = said;
        }

        /** The field of the form that is wrong. */
        public String field() {
            return field;
        }

        /** What to tell the person, in their language. */
        public Said said() {
            return said;
        }
    }

    /**
     * Takes a mail in, once.
     *
     * @param mail a whole mail, or only its sealed part as a {@code .p7m} file
     * @param by the mailbox, or the person who brought the file
     * @return the answer; the one that is there already, if the same mail came before
     */
    public UUID take(byte[] mail, String by) {
        byte[] whole = asMail(mail);
        MailHead head = MailHead.of(whole);
        Optional<Outgoing> named = named(head);
        Optional<Correspondent> sender = named.flatMap(it -> correspondents.find(it.party()))
                .or(() -> correspondents.at(head.from()).stream().findFirst());
        Optional<Noted> trouble = Optional.empty();
        Opened opened;
        try {
            opened = opening.open(whole, sender.flatMap(Correspondent::mail).map(MailContact::certificate));
        } catch (OpeningMail.Unreadable e) {
            opened = new Opened(true, SignatureCheck.ABSENT, Optional.empty(), new Opened.Content("", List.of()));
            trouble = Optional.of(Noted.of("exchange.answer.unreadable." + e.why()));
        }
        UUID id = UUID.randomUUID();
        Optional<UUID> before = answers.add(new Fresh(
                id,
                once(head, opened, whole, trouble.isPresent()),
                head.messageId(),
                clock.instant(),
                by,
                head.from(),
                head.subject(),
                opened,
                trouble,
                whole,
                named.map(Outgoing::id)));
        if (before.isPresent()) {
            return before.get();
        }
        events.publishEvent(ExchangeStep.answerTaken(id, head.from(), opened.signature(), whole, by));
        if (named.isPresent() && opened.signature() == SignatureCheck.PROVED) {
            file(
                    id,
                    named.get(),
                    Proof.SIGNED_MAIL,
                    whole,
                    "party " + named.get().party());
        }
        return id;
    }

    /** Takes in what a person typed from a letter, a fax or a call, with what they scanned. */
    public UUID typeIn(String sender, String text, List<Enclosure> enclosures, Person by) {
        if (sender.isBlank() || sender.length() > LONGEST_NAME) {
            throw new FilingRefused("sender", Said.of("exchange.answer.refused.sender", LONGEST_NAME));
        }
        if (text.isBlank() && enclosures.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new FilingRefused("text", Said.of("exchange.answer.refused.text", LONGEST_TEXT));
        }
        UUID id = UUID.randomUUID();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        answers.add(new Fresh(
                id,
                "typed " + id,
                Optional.empty(),
                clock.instant(),
                by.name(),
                sender.strip(),
                "",
                new Opened(
                        false, SignatureCheck.ABSENT, Optional.empty(), new Opened.Content(text.strip(), enclosures)),
                Optional.empty(),
                raw,
                Optional.empty()));
        events.publishEvent(ExchangeStep.answerTaken(id, sender.strip(), SignatureCheck.ABSENT, raw, by.name()));
        return id;
    }

    /** A person says which message it answers. That the message arrived is then on record, with this as its source. */
    public void file(UUID id, MessageId message, Person by) {
        ReceivedAnswer answer = answers.require(id);
        Outgoing envelope = outgoing.find(message)
                .orElseThrow(() -> new FilingRefused("message", Said.of("exchange.answer.refused.message")));
        byte[] record = Said.of(
                        "exchange.answer.record",
                        by.name(),
                        answer.sender(),
                        answer.cameAt(),
                        answer.signature().said())
                .inEnglish()
                .getBytes(StandardCharsets.UTF_8);
        if (!file(id, envelope, Proof.RECORD, record, by.name())) {
            throw new FilingRefused("message", Said.of("exchange.answer.refused.settled"));
        }
    }

    /** A person says that it answers nothing. It is kept. */
    public void setAside(UUID id, String because, Person by) {
        if (because.isBlank() || because.length() > LONGEST_NAME) {
            throw new FilingRefused("because", Said.of("exchange.answer.refused.because", LONGEST_NAME));
        }
        if (!answers.setAside(id, because.strip(), by.name(), clock.instant())) {
            throw new FilingRefused("because", Said.of("exchange.answer.refused.settled"));
        }
        events.publishEvent(ExchangeStep.answerSetAside(id, because.strip(), by.name()));
    }

    /** Puts what was set aside back into the tray. */
    public void takeBack(UUID id, Person by) {
        if (answers.takeBack(id)) {
            events.publishEvent(ExchangeStep.answerTakenBack(id, by.name()));
        }
    }

    private boolean file(UUID id, Outgoing envelope, Proof proof, byte[] record, String by) {
        Instant now = clock.instant();
        if (!answers.file(id, envelope.id(), envelope.party(), envelope.conversation(), by, now)) {
            return false;
        }
        ReceivedAnswer answer = answers.require(id);
        settling.acknowledged(envelope, proof, record, by);
        events.publishEvent(ExchangeStep.answerFiled(id, envelope.id(), envelope.conversation(), by));
        events.publishEvent(new AnswerFiled(
                id, envelope.id(), envelope.conversation(), envelope.party(), answer.signature(), answer.cameAt()));
        return true;
    }

    /** What the mail itself says that it answers. */
    private Optional<Outgoing> named(MailHead head) {
        return head.answers().stream()
                .map(outgoing::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Reference.in(head.subject()).flatMap(outgoing::find));
    }

    /** The same mail, fetched again or saved by another program, says the same under the same id. */
    private static String once(MailHead head, Opened opened, byte[] whole, boolean unreadable) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (unreadable || head.messageId().isEmpty()) {
                digest.update(whole);
            } else {
                digest.update((head.messageId().get() + "\n" + head.from() + "\n" + opened.signature() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(opened.content().text().getBytes(StandardCharsets.UTF_8));
                opened.content().enclosures().forEach(it -> digest.update(it.content()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** A sealed part alone begins as every ASN.1 sequence does. */
    private static byte[] asMail(byte[] file) {
        if (file.length == 0 || file[0] != 0x30) {
            return file;
        }
        return ("Content-Type: application/pkcs7-mime; name=\"smime.p7m\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(file) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
