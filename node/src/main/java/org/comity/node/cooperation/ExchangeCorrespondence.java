package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.Inbox;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.exchange.ReceivedEnvelope;
import org.springframework.stereotype.Component;

/** By the exchange's outbox and inbox. */
@Component
class ExchangeCorrespondence implements Correspondence {

    private final Outbox outbox;
    private final Inbox inbox;
    private final Deliveries deliveries;
    private final Peers peers;

    ExchangeCorrespondence(Outbox outbox, Inbox inbox, Deliveries deliveries, Peers peers) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.peers = peers;
    }

    @Override
    public MessageId send(Envelope envelope) {
        return outbox.send(envelope);
    }

    @Override
    public boolean reaches(PartyId party) {
        return peers.find(party).isPresent();
    }

    @Override
    public void retry(MessageId message, String by) {
        outbox.retry(message, by);
    }

    @Override
    public List<Delivery> deliveries(UUID conversation) {
        return deliveries.inConversation(conversation);
    }

    @Override
    public Optional<ReceivedEnvelope> take(UUID conversation) {
        return inbox.take(conversation);
    }

    @Override
    public List<UUID> waiting() {
        return inbox.waiting();
    }
}
