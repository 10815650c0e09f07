package org.comity.node.exchange.packet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.MessageId;

/**
 * What is carried by hand from one node to another: the very messages that AS4 would have carried, or the signals that AS4
 * would have answered with. So nothing is believed here that would not be believed over the network.
 *
 * @param id taken in once
 * @param card of the sender
 * @param checkpoint of the sender's journal when the packet was made
 */
public record Packet(
        UUID id,
        PartyId from,
        PartyId to,
        Instant madeAt,
        List<Message> messages,
        List<Answer> answers,
        byte[] card,
        String checkpoint) {

    public Packet {
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
    }

    /** A packet of messages on its way to their receiver. */
    public static Packet of(
            UUID id, PartyId from, PartyId to, Instant madeAt, List<Message> messages, byte[] card, String checkpoint) {
        return new Packet(id, from, to, madeAt, messages, List.of(), card, checkpoint);
    }

    /** What is carried back for a packet of messages: for each a receipt, or why it was refused. */
    public static Packet answering(
            UUID id, PartyId from, PartyId to, Instant madeAt, List<Answer> answers, byte[] card, String checkpoint) {
        return new Packet(id, from, to, madeAt, List.of(), answers, card, checkpoint);
    }

    public boolean bringsAnswers() {
        return !answers.isEmpty();
    }

    /**
     * A sealed AS4 message, and the documents beside it.
     *
     * @param contentType as HTTP would have said
     */
    public record Message(MessageId id, String contentType, byte[] body, List<Enclosure> enclosures) {
        public Message {
            enclosures = List.copyOf(enclosures);
        }
    }

    /**
     * A signed signal about a message.
     *
     * @param contentType as HTTP would have said
     */
    public record Answer(MessageId about, String contentType, byte[] signal) {}
}
