package org.comity.node.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.exchange.OutgoingEnvelopes.Seal;
import org.comity.node.exchange.as4.Answer;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One attempt to deliver one envelope. No transaction is open while the peer is spoken to: each step before and after is
 * committed by itself, and an attempt that dies anywhere is repeated with the same bytes.
 */
@Component
class Delivering {

    private static final Logger log = LoggerFactory.getLogger(Delivering.class);

    /** Well before the receiver calls the message stale. */
    private static final Duration SEAL_AGES = As4.OLDEST.minus(Duration.ofDays(1));

    private final OutgoingEnvelopes outgoing;
    private final Peers peers;
    private final Deliveries deliveries;
    private final Sealing sealing;
    private final Signals signals;
    private final Post post;
    private final RetryPolicy policy;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock;

    Delivering(
            OutgoingEnvelopes outgoing,
            Peers peers,
            Deliveries deliveries,
            Sealing sealing,
            Signals signals,
            Post post,
            RetryPolicy policy,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @WallClock Clock wallClock) {
        this.outgoing = outgoing;
        this.peers = peers;
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.signals = signals;
        this.post = post;
        this.policy = policy;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** Returns when to try again; nothing when it is delivered or given up. */
    Optional<Instant> attempt(MessageId id) {
        Optional<Outgoing> found = outgoing.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Outgoing envelope = found.get();
        return switch (envelope.state()) {
            case CONFIRMED, FAILED -> Optional.empty();
            case QUEUED, SENT -> {
                outgoing.attempted(id);
                yield settle(envelope, speak(envelope));
            }
        };
    }

    private Answer speak(Outgoing envelope) {
        Optional<Peer> peer = peers.find(envelope.party());
        if (peer.isEmpty()) {
            return new Answer.Worthless("not-in-directory");
        }
        NodeCard card = peer.get().card();
        try {
            SealedMessage sealed = sealed(envelope, card);
            Post.Reply reply = post.deliver(card.as4Endpoint(), sealed);
            List<SealedMessage> sent =
                    outgoing.seals(envelope.id()).stream().map(Seal::message).toList();
            Answer answer = signals.judge(reply.body(), reply.contentType().orElse(null), card, sent);
            if (answer instanceof Answer.Worthless worthless) {
                log.info("The answer of {} is worth nothing: {}, HTTP {}", card.party(), worthless, reply.status());
            }
            return answer;
        } catch (IOException e) {
            return new Answer.Worthless(Post.why(e));
        }
    }

    /** The bytes of the first attempt, unless they would be refused by now. */
    private SealedMessage sealed(Outgoing envelope, NodeCard card) {
        String sealedTo = Fingerprint.of(card.encryption()).hex();
        List<Seal> seals = outgoing.seals(envelope.id());
        if (!seals.isEmpty()
                && seals.getFirst().sealedTo().equals(sealedTo)
                && seals.getFirst().sealedAt().isAfter(wallClock.instant().minus(SEAL_AGES))) {
            return seals.getFirst().message();
        }
        SealedMessage sealed =
                sealing.seal(envelope.id(), card, envelope.conversation(), envelope.sequence(), envelope.content());
        outgoing.keep(sealed, sealedTo);
        return sealed;
    }

    private Optional<Instant> settle(Outgoing envelope, Answer answer) {
        return switch (answer) {
            case Answer.Receipt(byte[] receipt) -> {
                confirm(envelope, receipt);
                yield Optional.empty();
            }
            case Answer.Refused(String text, boolean forGood) -> {
                Noted trouble =
                        Noted.of("exchange.trouble.refused", envelope.party().value(), text);
                yield forGood ? giveUp(envelope, trouble) : postpone(envelope, trouble, true);
            }
            case Answer.Worthless(String why, String detail) ->
                postpone(
                        envelope,
                        Noted.of("exchange.trouble." + why, envelope.party().value(), detail),
                        false);
        };
    }

    private void confirm(Outgoing envelope, byte[] receipt) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (outgoing.confirm(envelope.id(), receipt, now)) {
                deliveries.succeeded(envelope.party(), now);
                peers.heardFrom(envelope.party());
                events.publishEvent(ExchangeStep.delivered(
                        envelope.id(), envelope.conversation(), envelope.sequence(), envelope.party(), receipt));
                events.publishEvent(
                        new DeliveryConfirmed(envelope.id(), envelope.conversation(), envelope.party(), now));
            }
        });
    }

    /**
     * @param answered the peer spoke and refused: people are told at once, not only when it takes long
     */
    private Optional<Instant> postpone(Outgoing envelope, Noted trouble, boolean answered) {
        Instant wall = wallClock.instant();
        if (policy.timeToGiveUp(envelope.tryingSince(), wall)) {
            return giveUp(envelope, trouble);
        }
        log.info("Message {} is not delivered yet: {}", envelope.id(), trouble);
        Instant now = clock.instant();
        int attempts = envelope.attempts() + 1;
        Instant next = now.plus(policy.delayAfter(attempts, RandomGenerator.getDefault()));
        boolean warn = !envelope.warned() && (answered || policy.timeToWarn(envelope.tryingSince(), wall));
        transaction.executeWithoutResult(status -> {
            outgoing.postpone(envelope.id(), trouble, next, envelope.warned() || warn);
            deliveries.failed(envelope.party(), now, trouble);
            if (warn) {
                publishFailure(envelope, trouble, attempts, false);
            }
        });
        return Optional.of(next);
    }

    private Optional<Instant> giveUp(Outgoing envelope, Noted trouble) {
        log.warn("Message {} is given up: {}", envelope.id(), trouble);
        transaction.executeWithoutResult(status -> {
            if (outgoing.giveUp(envelope.id(), trouble)) {
                deliveries.failed(envelope.party(), clock.instant(), trouble);
                publishFailure(envelope, trouble, envelope.attempts() + 1, true);
            }
        });
        return Optional.empty();
    }

    private void publishFailure(Outgoing envelope, Noted trouble, int attempts, boolean gaveUp) {
        DeliveryFailed failure =
                new DeliveryFailed(envelope.id(), envelope.conversation(), envelope.party(), trouble, attempts, gaveUp);
        events.publishEvent(ExchangeStep.notDelivered(failure));
        events.publishEvent(failure);
    }
}
