package org.comity.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.SignedReference;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What this node hands over, from its being queued to the peer's receipt. */
@Repository
@Transactional
class OutgoingEnvelopes {

    private final JdbcClient database;
    private final Clock clock;
    private final Clock wallClock;

    OutgoingEnvelopes(JdbcClient database, Clock clock, @WallClock Clock wallClock) {
        this.database = database;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /**
     * @param tryingSince in real time
     * @param warned whether the delay was made known
     */
    record Outgoing(
            MessageId id,
            PartyId party,
            UUID conversation,
            long sequence,
            byte[] content,
            Delivery.State state,
            int attempts,
            Instant tryingSince,
            boolean warned,
            Optional<Instant> handedOverAt) {}

    /** A seal and when, and to which of the peer's keys, it was made. */
    record Seal(SealedMessage message, Instant sealedAt, String sealedTo) {}

    /** Returns the place in the conversation, counted from 1 without gaps. */
    long add(MessageId id, Envelope envelope, Channel channel) {
        long sequence = database.sql("""
                        insert into exchange.outgoing_conversation as counted (party, conversation, last_sequence)
                        values (:party, :conversation, 1)
                        on conflict (party, conversation) do update set last_sequence = counted.last_sequence + 1
                        returning last_sequence
                        """)
                .param("party", envelope.to().value())
                .param("conversation", envelope.conversation())
                .query(Long.class)
                .single();
        database.sql("""
                        insert into exchange.outgoing
                               (message_id, party, conversation, sequence, content, state,
                                queued_at, trying_since, next_attempt_at, channel)
                        values (:id, :party, :conversation, :sequence, :content, 'queued', :now, :wall,
                                case when :byHand then null else cast(:now as timestamptz) end, :channel)
                        """)
                .param("id", id.value())
                .param("party", envelope.to().value())
                .param("conversation", envelope.conversation())
                .param("sequence", sequence)
                .param("content", envelope.content())
                .param("now", now())
                .param("wall", wall())
                .param("byHand", channel.isByHand())
                .param("channel", channel.token())
                .update();
        enclose(id, envelope.enclosures());
        return sequence;
    }

    private void enclose(MessageId id, List<Enclosure> enclosures) {
        for (int number = 1; number <= enclosures.size(); number++) {
            Enclosure enclosure = enclosures.get(number - 1);
            database.sql("""
                            insert into exchange.enclosure (message_id, number, name, content_type, content)
                            values (:id, :number, :name, :type, :content)
                            """)
                    .param("id", id.value())
                    .param("number", number)
                    .param("name", enclosure.name())
                    .param("type", enclosure.type())
                    .param("content", enclosure.content())
                    .update();
        }
    }

    List<Enclosure> enclosures(MessageId id) {
        return database.sql("""
                        select name, content_type, content
                          from exchange.enclosure
                         where message_id = :id
                         order by number
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new Enclosure(row.getString("name"), row.getString("content_type"), row.getBytes("content")))
                .list();
    }

    Optional<Outgoing> find(MessageId id) {
        return database.sql("""
                        select message_id, party, conversation, sequence, content, state, attempts, trying_since,
                               warned, handed_over_at
                          from exchange.outgoing
                         where message_id = :id
                        """)
                .param("id", id.value())
                .query(OutgoingEnvelopes::outgoing)
                .optional();
    }

    /** By the mark in a mail's subject. */
    Optional<Outgoing> find(Reference reference) {
        return database.sql("select message_id from exchange.outgoing where message_id like :prefix limit 1")
                .param("prefix", reference.token() + "%")
                .query((row, number) -> new MessageId(row.getString("message_id")))
                .optional()
                .flatMap(this::find);
    }

    Channel channel(MessageId id) {
        return database.sql("select channel from exchange.outgoing where message_id = :id")
                .param("id", id.value())
                .query((row, number) -> Channel.of(row.getString("channel")))
                .single();
    }

    /** All seals of a message, newest first. */
    List<Seal> seals(MessageId id) {
        return database.sql("""
                        select sealed_at, sealed_to, content_type, body, signed_references
                          from exchange.sealed
                         where message_id = :id
                         order by number desc
                        """)
                .param("id", id.value())
                .query((row, number) -> new Seal(
                        new SealedMessage(
                                id,
                                row.getString("content_type"),
                                row.getBytes("body"),
                                SignedReference.parse(row.getString("signed_references"))),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                        row.getString("sealed_to")))
                .list();
    }

    /**
     * Keeps a seal; one that was made at the same moment for another way of delivering comes first and counts for both.
     *
     * @param earlier how many seals there were when this one was made
     * @return the seal that counts
     */
    SealedMessage keep(SealedMessage sealed, String sealedTo, int earlier) {
        int kept = database.sql("""
                        insert into exchange.sealed
                               (message_id, number, sealed_at, sealed_to, content_type, body, signed_references)
                        values (:id, :number, :wall, :sealedTo, :contentType, :body, :references)
                            on conflict (message_id, number) do nothing
                        """)
                .param("id", sealed.id().value())
                .param("number", earlier + 1)
                .param("wall", wall())
                .param("sealedTo", sealedTo)
                .param("contentType", sealed.contentType())
                .param("body", sealed.body())
                .param("references", SignedReference.lines(sealed.references()))
                .update();
        return kept == 1 ? sealed : seals(sealed.id()).getFirst().message();
    }

    /** The mail that leaves, exactly; one that is there already is not written again. */
    byte[] keepMail(MessageId id, String sealedTo, Supplier<byte[]> mail) {
        return database.sql("""
                        select body
                          from exchange.sealed
                         where message_id = :id and sealed_to = :sealedTo
                         order by number desc
                         limit 1
                        """)
                .param("id", id.value())
                .param("sealedTo", sealedTo)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> {
                    SealedMessage sealed = new SealedMessage(id, "message/rfc822", mail.get(), Set.of());
                    return keep(sealed, sealedTo, seals(id).size()).body();
                });
    }

    void attempted(MessageId id, Channel channel) {
        database.sql("""
                        update exchange.outgoing
                           set state = 'sent', attempts = attempts + 1, last_attempt_at = :now, next_attempt_at = null,
                               channel = :channel
                         where message_id = :id and state in ('queued', 'sent')
                        """)
                .param("id", id.value())
                .param("now", now())
                .param("channel", channel.token())
                .update();
    }

    /** It is on its way, and nothing more can be done here until it is acknowledged. */
    void handedOver(MessageId id) {
        database.sql("""
                        update exchange.outgoing
                           set handed_over_at = :now, next_attempt_at = null, last_error = null
                         where message_id = :id and state = 'sent'
                        """).param("id", id.value()).param("now", now()).update();
    }

    /** Waits for a person to carry it. */
    void waitsForAPerson(MessageId id, Channel channel) {
        database.sql("""
                        update exchange.outgoing
                           set next_attempt_at = null, channel = :channel
                         where message_id = :id and state in ('queued', 'sent')
                        """)
                .param("id", id.value())
                .param("channel", channel.token())
                .update();
    }

    /** Whether every earlier envelope of the conversation has left: a mail program sorts nothing. */
    boolean isNext(Outgoing envelope) {
        return database.sql("""
                        select not exists (
                            select 1
                              from exchange.outgoing
                             where party = :party and conversation = :conversation and sequence < :sequence
                               and state in ('queued', 'sent') and handed_over_at is null)
                        """)
                .param("party", envelope.party().value())
                .param("conversation", envelope.conversation())
                .param("sequence", envelope.sequence())
                .query(Boolean.class)
                .single();
    }

    /** The envelopes of the conversation that went to the party before this one. */
    List<MessageId> before(Outgoing envelope) {
        return database.sql("""
                        select message_id
                          from exchange.outgoing
                         where party = :party and conversation = :conversation and sequence < :sequence
                         order by sequence
                        """)
                .param("party", envelope.party().value())
                .param("conversation", envelope.conversation())
                .param("sequence", envelope.sequence())
                .query((row, number) -> new MessageId(row.getString("message_id")))
                .list();
    }

    /** All that is on its way and has no receipt yet, in its order; what was given up waits for a person's word first. */
    List<MessageId> onItsWay(PartyId party) {
        return database.sql("""
                        select message_id
                          from exchange.outgoing
                         where party = :party and state in ('queued', 'sent')  -- outgoing_not_confirmed
                         order by queued_at, conversation, sequence
                        """)
                .param("party", party.value())
                .query((row, number) -> new MessageId(row.getString("message_id")))
                .list();
    }

    /** Returns false when another attempt has brought the receipt already. */
    boolean confirm(MessageId id, Delivery.Proof proof, byte[] receipt, Instant at) {
        return database.sql("""
                                update exchange.outgoing
                                   set state = 'confirmed',
                                       receipt = :receipt,
                                       proof = :proof,
                                       confirmed_at = :at,
                                       next_attempt_at = null,
                                       last_error = null
                                 where message_id = :id and state <> 'confirmed'
                                """)
                        .param("id", id.value())
                        .param("receipt", receipt)
                        .param("proof", proof.token())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void postpone(MessageId id, Noted trouble, Instant next, boolean warned) {
        database.sql("""
                        update exchange.outgoing
                           set last_error = :error, next_attempt_at = :next, warned = :warned
                         where message_id = :id and state = 'sent'
                        """)
                .param("id", id.value())
                .param("error", trouble.stored())
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("warned", warned)
                .update();
    }

    void warned(MessageId id, Noted trouble) {
        database.sql("""
                        update exchange.outgoing set warned = true, last_error = :error
                         where message_id = :id and state = 'sent'
                        """)
                .param("id", id.value())
                .param("error", trouble.stored())
                .update();
    }

    /** Returns false when it is delivered after all. */
    boolean giveUp(MessageId id, Noted trouble) {
        return database.sql("""
                                update exchange.outgoing
                                   set state = 'failed', last_error = :error, next_attempt_at = null
                                 where message_id = :id and state in ('queued', 'sent')
                                """)
                        .param("id", id.value())
                        .param("error", trouble.stored())
                        .update()
                == 1;
    }

    /** Returns false when there is nothing to try again. */
    boolean startAgain(MessageId id) {
        return database.sql("""
                                update exchange.outgoing
                                   set state = 'queued', trying_since = :wall, next_attempt_at = :now, warned = false,
                                       handed_over_at = null
                                 where message_id = :id and state <> 'confirmed'
                                """)
                        .param("id", id.value())
                        .param("wall", wall())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime wall() {
        return wallClock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        return new Outgoing(
                new MessageId(row.getString("message_id")),
                new PartyId(row.getString("party")),
                row.getObject("conversation", UUID.class),
                row.getLong("sequence"),
                row.getBytes("content"),
                Delivery.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("trying_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("warned"),
                instant(row.getObject("handed_over_at", OffsetDateTime.class)));
    }

    static Optional<Instant> instant(@Nullable OffsetDateTime value) {
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
