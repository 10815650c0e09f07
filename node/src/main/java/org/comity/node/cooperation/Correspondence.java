package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.ReceivedEnvelope;

/** What this room needs of the exchange; every method takes part in the caller's transaction. */
interface Correspondence {

    MessageId send(Envelope envelope);

    /** The directory knows the party's node. */
    boolean reaches(PartyId party);

    /** Tries again to deliver what was given up, under the same id. */
    void retry(MessageId message, String by);

    /** How what was sent in a conversation fares, in the order in which it was handed over. */
    List<Delivery> deliveries(UUID conversation);

    /** The next envelope of a conversation, in the sender's order, once. */
    Optional<ReceivedEnvelope> take(UUID conversation);

    /** Conversations in which something can be taken. */
    List<UUID> waiting();
}
