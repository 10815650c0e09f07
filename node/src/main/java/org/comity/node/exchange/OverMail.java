package org.comity.node.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.exchange.mail.Letter;
import org.comity.node.exchange.mail.MailServers;
import org.comity.node.exchange.mail.MailServers.MailNotTaken;
import org.comity.node.exchange.mail.WritingLetters;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Delivers to an organisation without a node: one mail with the forms and, for its systems, the HI-1 message. That the mail
 * server took it proves nothing yet; a signed answer does, or what a person records.
 */
@Component
class OverMail {

    /** The HI-1 message beside the forms: whoever has a system for it need not type. */
    static final String MACHINE_READABLE = "request-hi1.xml";

    private final OutgoingEnvelopes outgoing;
    private final OwnNode own;
    private final ObjectProvider<WritingLetters> letters;
    private final CoverLetters covers;
    private final MailServers servers;
    private final Clock wallClock;

    OverMail(
            OutgoingEnvelopes outgoing,
            OwnNode own,
            ObjectProvider<WritingLetters> letters,
            CoverLetters covers,
            MailServers servers,
            @WallClock Clock wallClock) {
        this.outgoing = outgoing;
        this.own = own;
        this.letters = letters;
        this.covers = covers;
        this.servers = servers;
        this.wallClock = wallClock;
    }

    Attempt deliver(Outgoing envelope, Correspondent correspondent) {
        String party = envelope.party().value();
        Optional<MailContact> contact = correspondent.mail();
        WritingLetters writing = letters.getIfAvailable();
        if (writing == null || contact.isEmpty()) {
            return new Attempt.Refused(Noted.of("exchange.trouble.mail-not-set-up", party));
        }
        MailContact to = contact.get();
        if (!to.expiresAt().isAfter(wallClock.instant())) {
            return new Attempt.Refused(Noted.of(
                    "exchange.trouble.mail-certificate-ended",
                    party,
                    to.expiresAt().toString()));
        }
        byte[] mail = outgoing.keepMail(
                envelope.id(),
                to.fingerprint().hex() + " " + to.address(),
                () -> writing.write(letter(envelope, to, correspondent.languages())));
        try {
            servers.send(mail, to.address());
            return new Attempt.HandedOver(mail);
        } catch (MailNotTaken e) {
            Noted trouble = Noted.of("exchange.trouble." + e.why(), party, e.detail());
            return e.forGood() ? new Attempt.Refused(trouble) : new Attempt.NotYet(trouble, false);
        }
    }

    private Letter letter(Outgoing envelope, MailContact to, List<String> languages) {
        String reference = Reference.of(envelope.id()).token();
        List<Enclosure> enclosures = new ArrayList<>(outgoing.enclosures(envelope.id()));
        enclosures.add(new Enclosure(MACHINE_READABLE, "application/xml", envelope.content()));
        return new Letter(
                envelope.id(),
                to,
                Said.of(own.exercise() ? "exchange.mail.subject.exercise" : "exchange.mail.subject", reference)
                        .inEnglish(),
                covers.write(languages, reference, MACHINE_READABLE),
                enclosures,
                outgoing.before(envelope));
    }
}
