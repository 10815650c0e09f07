package org.comity.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came in, in the order in which the sender counted it. An envelope whose predecessor is missing is held until that
 * one arrives.
 */
@Repository
@Transactional(readOnly = true)
public class Inbox {

    private final JdbcClient database;
    private final Clock clock;

    Inbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An envelope that waits for one before it.
     *
     * @param missing the place in the conversation that has not arrived
     */
    public record HeldEnvelope(
            MessageId id, PartyId from, UUID conversation, long sequence, long missing, Instant receivedAt) {}

    private record Place(PartyId party, long lastTaken) {}

    /**
     * Takes the next envelope of a conversation, as part of the caller's transaction: if the caller rolls back, it is
     * there again. Call until empty.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReceivedEnvelope> take(UUID conversation) {
        List<Place> places = database.sql("""
                        select party, last_taken
                          from exchange.incoming_conversation
                         where conversation = :conversation
                         order by party
                           for update
                        """)
                .param("conversation", conversation)
                .query((row, number) -> new Place(new PartyId(row.getString("party")), row.getLong("last_taken")))
                .list();
        for (Place place : places) {
            long next = nextPlace(place.party(), conversation, place.lastTaken());
            Optional<ReceivedEnvelope> envelope = at(place.party(), conversation, next);
            if (envelope.isPresent()) {
                taken(place.party(), conversation, next);
                return envelope;
            }
        }
        return Optional.empty();
    }

    /** The documents that came beside an envelope, such as the treaty form as PDF. */
    public List<Enclosure> enclosures(PartyId from, MessageId id) {
        return database.sql("""
                        select name, content_type, content
                          from exchange.incoming_enclosure
                         where party = :party and message_id = :id
                         order by number
                        """)
                .param("party", from.value())
                .param("id", id.value())
                .query((row, number) ->
                        new Enclosure(row.getString("name"), row.getString("content_type"), row.getBytes("content")))
                .list();
    }

    /** Conversations from which something can be taken: for a sweep after a crash. */
    public List<UUID> waiting() {
        return database.sql("""
                        select distinct conversation
                          from exchange.incoming_conversation place
                          join exchange.incoming envelope using (party, conversation)
                         where envelope.taken_at is null  -- incoming_not_taken
                           and not exists (
                                 select 1
                                   from generate_series(place.last_taken + 1, envelope.sequence - 1) as before
                                  where not exists (select 1 from exchange.refused_place refused
                                                     where refused.party = place.party
                                                       and refused.conversation = place.conversation
                                                       and refused.sequence = before)
                                    and not exists (select 1 from exchange.incoming earlier
                                                     where earlier.party = place.party
                                                       and earlier.conversation = place.conversation
                                                       and earlier.sequence = before))
                         order by conversation
                        """)
                .query((row, number) -> UUID.fromString(row.getString("conversation")))
                .list();
    }

    /** Envelopes that can't be taken because an earlier one is missing. */
    public List<HeldEnvelope> held() {
        return database.sql("""
                        select message_id, party, conversation, sequence, received_at, missing
                          from exchange.incoming envelope
                          join exchange.incoming_conversation place using (party, conversation)
                         cross join lateral (
                                 select min(before) as missing
                                   from generate_series(place.last_taken + 1, envelope.sequence - 1) as before
                                  where not exists (select 1 from exchange.refused_place refused
                                                     where refused.party = place.party
                                                       and refused.conversation = place.conversation
                                                       and refused.sequence = before)
                                    and not exists (select 1 from exchange.incoming earlier
                                                     where earlier.party = place.party
                                                       and earlier.conversation = place.conversation
                                                       and earlier.sequence = before)) gap
                         where envelope.taken_at is null  -- incoming_not_taken
                           and missing is not null
                         order by conversation, party, sequence
                        """)
                .query((row, number) -> new HeldEnvelope(
                        new MessageId(row.getString("message_id")),
                        new PartyId(row.getString("party")),
                        row.getObject("conversation", UUID.class),
                        row.getLong("sequence"),
                        row.getLong("missing"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** One after the last taken; places that were refused for good are stepped over. */
    private long nextPlace(PartyId party, UUID conversation, long lastTaken) {
        long next = lastTaken + 1;
        List<Long> refused = database.sql("""
                        select sequence
                          from exchange.refused_place
                         where party = :party and conversation = :conversation and sequence >= :next
                         order by sequence
                        """)
                .param("party", party.value())
                .param("conversation", conversation)
                .param("next", next)
                .query((row, number) -> row.getLong("sequence"))
                .list();
        for (long place : refused) {
            if (place != next || at(party, conversation, next).isPresent()) {
                break;
            }
            next++;
        }
        return next;
    }

    private Optional<ReceivedEnvelope> at(PartyId party, UUID conversation, long sequence) {
        return database.sql("""
                        select message_id, content, received_at
                          from exchange.incoming
                         where party = :party and conversation = :conversation and sequence = :sequence
                        """)
                .param("party", party.value())
                .param("conversation", conversation)
                .param("sequence", sequence)
                .query((row, number) -> new ReceivedEnvelope(
                        new MessageId(row.getString("message_id")),
                        party,
                        conversation,
                        sequence,
                        row.getBytes("content"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void taken(PartyId party, UUID conversation, long sequence) {
        database.sql("""
                        update exchange.incoming set taken_at = :now
                         where party = :party and conversation = :conversation and sequence = :sequence
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("party", party.value())
                .param("conversation", conversation)
                .param("sequence", sequence)
                .update();
        database.sql("""
                        update exchange.incoming_conversation set last_taken = :sequence
                         where party = :party and conversation = :conversation
                        """)
                .param("party", party.value())
                .param("conversation", conversation)
                .param("sequence", sequence)
                .update();
    }
}
