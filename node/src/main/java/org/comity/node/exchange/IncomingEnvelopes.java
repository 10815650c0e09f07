package org.comity.node.exchange;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.as4.OpenedMessage;
import org.comity.node.exchange.as4.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came in and was receipted. */
@Repository
@Transactional
class IncomingEnvelopes {

    /** More than any conversation has on its way at once; bounds what a faulty peer can make us hold. */
    private static final int FURTHEST_AHEAD = 1000;

    private final JdbcClient database;

    IncomingEnvelopes(JdbcClient database) {
        this.database = database;
    }

    /** What is known of a message that came in before. */
    record Stored(UUID conversation, long sequence, byte[] content, byte[] receipt) {

        boolean isSameAs(OpenedMessage message) {
            return conversation.equals(message.conversation())
                    && sequence == message.sequence()
                    && MessageDigest.isEqual(content, message.content());
        }
    }

    Optional<Stored> find(PartyId from, MessageId id) {
        return database.sql("""
                        select conversation, sequence, content, receipt
                          from exchange.incoming
                         where party = :party and message_id = :id
                        """)
                .param("party", from.value())
                .param("id", id.value())
                .query((row, number) -> new Stored(
                        row.getObject("conversation", UUID.class),
                        row.getLong("sequence"),
                        row.getBytes("content"),
                        row.getBytes("receipt")))
                .optional();
    }

    /** Returns false when the message, or its place in the conversation, is there already. */
    boolean add(OpenedMessage message, byte[] body, byte[] receipt, Instant now) {
        database.sql("""
                        insert into exchange.incoming_conversation (party, conversation)
                        values (:party, :conversation)
                        on conflict do nothing
                        """)
                .param("party", message.from().value())
                .param("conversation", message.conversation())
                .update();
        long lastTaken = lastTaken(message);
        if (message.sequence() > lastTaken + FURTHEST_AHEAD) {
            throw new Refusal(
                            Refusal.Reason.FOREIGN_PROFILE,
                            "Place " + message.sequence() + " is too far ahead: place " + (lastTaken + 1)
                                    + " of the conversation has not arrived.")
                    .of(message.id().value(), message.from().value());
        }
        if (message.sequence() <= lastTaken) {
            return false;
        }
        return database.sql("""
                                insert into exchange.incoming
                                       (party, message_id, conversation, sequence, content, body, receipt,
                                        sent_at, received_at)
                                values (:party, :id, :conversation, :sequence, :content, :body, :receipt,
                                        :sentAt, :now)
                                on conflict do nothing
                                """)
                        .param("party", message.from().value())
                        .param("id", message.id().value())
                        .param("conversation", message.conversation())
                        .param("sequence", message.sequence())
                        .param("content", message.content())
                        .param("body", body)
                        .param("receipt", receipt)
                        .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The documents beside an envelope that is there; the ones that came first stay. */
    void enclose(PartyId from, MessageId id, List<Enclosure> enclosures) {
        for (int number = 1; number <= enclosures.size(); number++) {
            Enclosure enclosure = enclosures.get(number - 1);
            database.sql("""
                            insert into exchange.incoming_enclosure
                                   (party, message_id, number, name, content_type, content)
                            values (:party, :id, :number, :name, :type, :content)
                            on conflict do nothing
                            """)
                    .param("party", from.value())
                    .param("id", id.value())
                    .param("number", number)
                    .param("name", enclosure.name())
                    .param("type", enclosure.type())
                    .param("content", enclosure.content())
                    .update();
        }
    }

    /** Remembers that nothing will come for this place, so that what follows it is not held for ever. */
    void refusedPlace(OpenedMessage message, Instant now) {
        database.sql("""
                        insert into exchange.refused_place (party, conversation, sequence, message_id, refused_at)
                        values (:party, :conversation, :sequence, :id, :now)
                        on conflict do nothing
                        """)
                .param("party", message.from().value())
                .param("conversation", message.conversation())
                .param("sequence", message.sequence())
                .param("id", message.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long lastTaken(OpenedMessage message) {
        return database.sql("""
                        select last_taken
                          from exchange.incoming_conversation
                         where party = :party and conversation = :conversation
                           for share
                        """)
                .param("party", message.from().value())
                .param("conversation", message.conversation())
                .query(Long.class)
                .single();
    }
}
