package org.comity.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.comity.node.directory.Channel;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Delivery.Proof;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of an attempt, the same for every channel, and says when to try again, if at all. */
@Component
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private final OutgoingEnvelopes outgoing;
    private final Peers peers;
    private final Deliveries deliveries;
    private final RetryPolicy policy;
    private final OwnNode own;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock;

    Settling(
            OutgoingEnvelopes outgoing,
            Peers peers,
            Deliveries deliveries,
            RetryPolicy policy,
            OwnNode own,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @WallClock Clock wallClock) {
        this.outgoing = outgoing;
        this.peers = peers;
        this.deliveries = deliveries;
        this.policy = policy;
        this.own = own;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    Optional<Instant> settle(Outgoing envelope, Channel channel, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Receipted(byte[] receipt) -> {
                receipted(envelope, receipt);
                yield Optional.empty();
            }
            case Attempt.HandedOver(byte[] exactly) -> {
                handedOver(envelope, channel, exactly, "party " + own.party());
                yield Optional.of(clock.instant().plus(policy.acknowledgeWithin()));
            }
            case Attempt.NotYet(Noted trouble, boolean answered) -> postpone(envelope, trouble, answered);
            case Attempt.Refused(Noted trouble) -> giveUp(envelope, trouble);
        };
    }

    /** The other node's own receipt. */
    void receipted(Outgoing envelope, byte[] receipt) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (outgoing.confirm(envelope.id(), Proof.SIGNED_RECEIPT, receipt, now)) {
                deliveries.succeeded(envelope.party(), now);
                peers.heardFrom(envelope.party());
                events.publishEvent(ExchangeStep.delivered(
                        envelope.id(), envelope.conversation(), envelope.sequence(), envelope.party(), receipt));
                publishConfirmation(envelope, now);
            }
        });
    }

    /**
     * That it arrived is known without a node's receipt, as part of the caller's transaction.
     *
     * @return false when it was known before
     */
    boolean acknowledged(Outgoing envelope, Proof proof, byte[] record, String by) {
        Instant now = clock.instant();
        if (!outgoing.confirm(envelope.id(), proof, record, now)) {
            return false;
        }
        events.publishEvent(ExchangeStep.acknowledged(
                envelope.id(), envelope.conversation(), envelope.sequence(), proof, record, by));
        publishConfirmation(envelope, now);
        return true;
    }

    void handedOver(Outgoing envelope, Channel channel, byte[] exactly, String by) {
        transaction.executeWithoutResult(status -> {
            outgoing.handedOver(envelope.id());
            events.publishEvent(ExchangeStep.handedOver(
                    envelope.id(),
                    envelope.conversation(),
                    envelope.sequence(),
                    envelope.party(),
                    channel,
                    exactly,
                    by));
        });
    }

    /** Tells people once that something which left was not acknowledged in its time. */
    void remind(Outgoing envelope) {
        if (envelope.warned()) {
            return;
        }
        Noted trouble = Noted.of(
                "exchange.trouble.not-acknowledged",
                envelope.party().value(),
                Long.toString(policy.acknowledgeWithin().toHours()));
        transaction.executeWithoutResult(status -> {
            outgoing.warned(envelope.id(), trouble);
            publishFailure(envelope, trouble, envelope.attempts(), false);
        });
    }

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

    Optional<Instant> giveUp(Outgoing envelope, Noted trouble) {
        log.warn("Message {} is given up: {}", envelope.id(), trouble);
        transaction.executeWithoutResult(status -> {
            if (outgoing.giveUp(envelope.id(), trouble)) {
                deliveries.failed(envelope.party(), clock.instant(), trouble);
                publishFailure(envelope, trouble, envelope.attempts() + 1, true);
            }
        });
        return Optional.empty();
    }

    private void publishConfirmation(Outgoing envelope, Instant at) {
        events.publishEvent(new DeliveryConfirmed(envelope.id(), envelope.conversation(), envelope.party(), at));
    }

    private void publishFailure(Outgoing envelope, Noted trouble, int attempts, boolean gaveUp) {
        DeliveryFailed failure =
                new DeliveryFailed(envelope.id(), envelope.conversation(), envelope.party(), trouble, attempts, gaveUp);
        events.publishEvent(ExchangeStep.notDelivered(failure));
        events.publishEvent(failure);
    }
}
