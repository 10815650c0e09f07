package org.comity.node.exchange;

import org.comity.node.directory.Channel;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.directory.ReachChanged;
import org.comity.node.exchange.as4.As4;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands envelopes to counterparts, each over the channel that the directory names. What {@link #send} took in survives
 * whatever happens after the caller's commit, and is tried, or waits for a person's hands, until its arrival is proved; what
 * the caller rolls back was never sent.
 */
@Service
public class Outbox {

    private final OwnNode own;
    private final Counterparts counterparts;
    private final OutgoingEnvelopes outgoing;
    private final DeliverySchedule schedule;
    private final ApplicationEventPublisher events;

    Outbox(
            OwnNode own,
            Counterparts counterparts,
            OutgoingEnvelopes outgoing,
            DeliverySchedule schedule,
            ApplicationEventPublisher events) {
        this.own = own;
        this.counterparts = counterparts;
        this.outgoing = outgoing;
        this.schedule = schedule;
        this.events = events;
    }

    /**
     * Takes an envelope for delivery, as part of the caller's transaction.
     *
     * @return the id that it keeps over all attempts
     * @throws Peers.UnknownPeer when the receiver is not in the directory, or nobody confirmed it yet
     * @throws EnvelopeTooLarge when the content belongs beside the message, not in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageId send(Envelope envelope) {
        Channel channel = counterparts.require(envelope.to()).channel();
        if (envelope.content().length > As4.MOST_CONTENT_BYTES) {
            throw new EnvelopeTooLarge(envelope.content().length);
        }
        MessageId id = MessageId.fresh(own.party());
        long sequence = outgoing.add(id, envelope, channel);
        if (!channel.isByHand()) {
            schedule.now(id);
        }
        events.publishEvent(ExchangeStep.queued(id, envelope, sequence, own.party(), channel));
        return id;
    }

    /**
     * Tries again what was given up, or at once what is waiting; called by a person.
     *
     * @param by the person's name
     */
    @Transactional
    public void retry(MessageId id, String by) {
        if (outgoing.startAgain(id)) {
            schedule.nowInstead(id);
            events.publishEvent(ExchangeStep.retried(id, by));
        }
    }

    /** What waits for a counterpart to whom there is another way now. */
    @EventListener
    void on(ReachChanged changed) {
        outgoing.onItsWay(changed.party()).forEach(schedule::nowInstead);
    }

    /** The content does not fit into an envelope. */
    public static final class EnvelopeTooLarge extends RuntimeException {
        EnvelopeTooLarge(int size) {
            super("The message has " + size + " bytes; at most " + As4.MOST_CONTENT_BYTES
                    + " go into one envelope. Hand over large material beside the message, with its digest in it.");
        }
    }
}
