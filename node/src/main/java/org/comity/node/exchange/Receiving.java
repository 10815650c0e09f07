package org.comity.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.IncomingEnvelopes.Stored;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.OpenedMessage;
import org.comity.node.exchange.as4.Opening;
import org.comity.node.exchange.as4.Purpose;
import org.comity.node.exchange.as4.Refusal;
import org.comity.node.exchange.as4.Refusal.Reason;
import org.comity.node.exchange.as4.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a message in, once.
 *
 * <p>The receipt is signed first, stored with the envelope in one transaction, and leaves after the commit. So there is
 * never a receipt for something that could be lost; and if the node dies between commit and receipt, the sender's next
 * attempt finds the stored receipt and gets those very bytes.
 */
@Component
class Receiving {

    private final OwnNode own;
    private final Opening opening;
    private final Signals signals;
    private final Peers peers;
    private final IncomingEnvelopes incoming;
    private final ObjectProvider<EnvelopeScreening> screenings;
    private final ObjectProvider<MaintenanceNotices> notices;
    private final RefusalLog refusals;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receiving(
            OwnNode own,
            Opening opening,
            Signals signals,
            Peers peers,
            IncomingEnvelopes incoming,
            ObjectProvider<EnvelopeScreening> screenings,
            ObjectProvider<MaintenanceNotices> notices,
            RefusalLog refusals,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.own = own;
        this.opening = opening;
        this.signals = signals;
        this.peers = peers;
        this.incoming = incoming;
        this.screenings = screenings;
        this.notices = notices;
        this.refusals = refusals;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What goes back to the sender: a signed ebMS signal.
     *
     * @param refusal why it was not taken, in the sender's words
     */
    record Reply(Kind kind, byte[] signal, Optional<String> refusal) {

        enum Kind {
            RECEIPT,
            REFUSAL,
            /** Not even an identifier could be read from it. */
            NOT_A_MESSAGE
        }
    }

    Reply take(byte[] body, String contentType) {
        return take(body, contentType, As4.OLDEST);
    }

    /** A message that came by hand; only its age is judged more mildly. */
    Reply takeCarried(byte[] body, String contentType) {
        return take(body, contentType, As4.OLDEST_CARRIED);
    }

    private Reply take(byte[] body, String contentType, Duration oldest) {
        try {
            OpenedMessage message = opening.open(body, contentType, this::cardOf, oldest);
            requirePeerUnlessTrial(message);
            return new Reply(Reply.Kind.RECEIPT, admit(message, body), Optional.empty());
        } catch (Refusal refusal) {
            refusals.record(refusal, body);
            return new Reply(
                    refusal.messageId().isPresent() ? Reply.Kind.REFUSAL : Reply.Kind.NOT_A_MESSAGE,
                    signals.errorFor(refusal),
                    Optional.of(refusal.text()));
        }
    }

    /** Peers, and this node itself, which tries its own door. */
    private Optional<NodeCard> cardOf(PartyId party) {
        return party.equals(own.party())
                ? Optional.of(own.card())
                : peers.find(party).map(Peer::card);
    }

    private void requirePeerUnlessTrial(OpenedMessage message) {
        if (message.from().equals(own.party()) && message.purpose() != Purpose.TEST) {
            throw new Refusal(Reason.UNKNOWN_PARTY, "A node hands nothing over to itself.")
                    .of(message.id().value(), message.from().value());
        }
    }

    /** Returns the receipt: the one stored now, or the first one for a repetition. */
    private byte[] admit(OpenedMessage message, byte[] body) {
        try {
            return transaction.execute(status -> switch (message.purpose()) {
                case HAND_OVER -> takeIn(message, body);
                case TEST -> acknowledge(message);
                case NOTICE -> {
                    notices.getObject().heard(MaintenanceNotice.read(message.from(), message.content()));
                    yield acknowledge(message);
                }
            });
        } catch (EnvelopeScreening.EnvelopeRefused refused) {
            if (message.purpose() == Purpose.HAND_OVER) {
                incoming.refusedPlace(message, clock.instant());
            }
            String text = refused.getMessage() == null ? "The content is refused." : refused.getMessage();
            throw new Refusal(Reason.CONTENT, text)
                    .of(message.id().value(), message.from().value());
        }
    }

    private byte[] takeIn(OpenedMessage message, byte[] body) {
        Optional<Stored> known = incoming.find(message.from(), message.id());
        return known.isPresent() ? repeated(known.get(), message) : store(message, body);
    }

    /** Nothing of it is kept but that it came; a repetition gets a receipt of its own. */
    private byte[] acknowledge(OpenedMessage message) {
        peers.heardFrom(message.from());
        return signals.receiptFor(message);
    }

    private byte[] store(OpenedMessage message, byte[] body) {
        screenings.orderedStream().forEach(screening -> screening.screen(message.from(), message.content()));
        Instant now = clock.instant();
        byte[] receipt = signals.receiptFor(message);
        if (!incoming.add(message, body, receipt, now)) {
            return overtaken(message);
        }
        peers.heardFrom(message.from());
        events.publishEvent(ExchangeStep.received(
                message.id(), message.from(), message.conversation(), message.sequence(), message.content(), receipt));
        events.publishEvent(new EnvelopeReceived(message.id(), message.from(), message.conversation()));
        return receipt;
    }

    /** The same message came in twice at once, or its place in the conversation is no longer free. */
    private byte[] overtaken(OpenedMessage message) {
        return incoming.find(message.from(), message.id())
                .map(known -> repeated(known, message))
                .orElseThrow(() -> altered(
                        message,
                        "Place " + message.sequence() + " of the conversation was taken by another message before."));
    }

    private static byte[] repeated(Stored known, OpenedMessage message) {
        if (known.isSameAs(message)) {
            return known.receipt();
        }
        throw altered(message, "A message with this identifier but other content was received before.");
    }

    private static Refusal altered(OpenedMessage message, String text) {
        return new Refusal(Reason.ALTERED_REPEAT, text)
                .of(message.id().value(), message.from().value());
    }
}
