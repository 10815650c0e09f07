package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.ReceivedEnvelope;
import org.comity.node.identity.Person;

/** What this room needs of the exchange; every method takes part in the caller's transaction. */
interface Correspondence {

    MessageId send(Envelope envelope);

    /** The directory knows a way to the party: a node, a mailbox or an office. */
    boolean reaches(PartyId party);

    /** What came by mail or on paper in a conversation, oldest first. */
    List<ReceivedAnswer> answers(UUID conversation);

    /** How many mails that seem to belong to a conversation wait for a person to say so. */
    long answersInTray(UUID conversation);

    /** The documents that came with an answer. */
    List<Enclosure> documents(UUID answer);

    /**
     * Files a letter, a fax or a call as an answer in a conversation.
     *
     * @param sender as it calls itself
     */
    UUID file(UUID conversation, String sender, String text, List<Enclosure> documents, Person by);

    /** Tries again to deliver what was given up, under the same id. */
    void retry(MessageId message, String by);

    /** How what was sent in a conversation fares, in the order in which it was handed over. */
    List<Delivery> deliveries(UUID conversation);

    /** The next envelope of a conversation, in the sender's order, once. */
    Optional<ReceivedEnvelope> take(UUID conversation);

    /** Conversations in which something can be taken. */
    List<UUID> waiting();
}
