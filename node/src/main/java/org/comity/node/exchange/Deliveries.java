package org.comity.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** For pages: how envelopes fare, how each peer answers, and the proof of what was delivered. */
@Repository
@Transactional(readOnly = true)
public class Deliveries {

    private static final String COLUMNS = """
            select message_id, party, conversation, sequence, state, queued_at, attempts,
                   last_error, next_attempt_at, confirmed_at, channel, handed_over_at, proof
              from exchange.outgoing
            """;

    private final JdbcClient database;
    private final OutgoingEnvelopes outgoing;

    Deliveries(JdbcClient database, OutgoingEnvelopes outgoing) {
        this.database = database;
        this.outgoing = outgoing;
    }

    /**
     * How a peer answers.
     *
     * @param lastFailure in words a duty officer understands
     * @param waiting envelopes without receipt
     */
    public record PeerHealth(
            Optional<Instant> lastSuccessAt,
            Optional<Instant> lastFailureAt,
            Optional<Noted> lastFailure,
            int waiting) {

        /** Whether the peer's last word was a good one. */
        public boolean answering() {
            return lastSuccessAt.isPresent()
                    && lastFailureAt
                            .map(failure -> !failure.isAfter(lastSuccessAt.get()))
                            .orElse(true);
        }
    }

    /**
     * Proof of delivery: exactly what was sent, and the peer's signed receipt for it.
     *
     * @param contentType of what was sent
     */
    public record Evidence(MessageId id, String contentType, byte[] sent, byte[] receipt) {}

    public PeerHealth of(PartyId party) {
        int waiting = database.sql("""
                        select count(*) from exchange.outgoing
                         where party = :party and state <> 'confirmed'  -- outgoing_not_confirmed
                        """)
                .param("party", party.value())
                .query(Integer.class)
                .single();
        return database.sql("""
                        select last_success_at, last_failure_at, last_failure
                          from exchange.peer_health
                         where party = :party
                        """)
                .param("party", party.value())
                .query((row, number) -> new PeerHealth(
                        OutgoingEnvelopes.instant(row.getObject("last_success_at", OffsetDateTime.class)),
                        OutgoingEnvelopes.instant(row.getObject("last_failure_at", OffsetDateTime.class)),
                        Optional.ofNullable(row.getString("last_failure")).map(Noted::read),
                        waiting))
                .optional()
                .orElseGet(() -> new PeerHealth(Optional.empty(), Optional.empty(), Optional.empty(), waiting));
    }

    public Optional<Delivery> find(MessageId id) {
        return database.sql(COLUMNS + " where message_id = :id")
                .param("id", id.value())
                .query(Deliveries::delivery)
                .optional();
    }

    /** In the order in which they were handed over. */
    public List<Delivery> inConversation(UUID conversation) {
        return database.sql(COLUMNS + """
                         where conversation = :conversation  -- outgoing_by_conversation
                         order by sequence
                        """)
                .param("conversation", conversation)
                .query(Deliveries::delivery)
                .list();
    }

    /** Everything without receipt, oldest first. */
    public List<Delivery> waiting() {
        return database.sql(COLUMNS + """
                         where state <> 'confirmed'  -- outgoing_not_confirmed
                         order by queued_at
                        """).query(Deliveries::delivery).list();
    }

    /** What went over one of these channels, delivered or not, newest first. */
    public List<Delivery> latest(Channel... channels) {
        return database.sql(COLUMNS + """
                         where channel = any (:channels)
                         order by queued_at desc
                         limit 100
                        """)
                .param("channels", Arrays.stream(channels).map(Channel::token).toArray(String[]::new))
                .query(Deliveries::delivery)
                .list();
    }

    /** How many envelopes are on their way to a party and have no receipt yet. */
    public int onItsWay(PartyId party) {
        return outgoing.onItsWay(party).size();
    }

    /** The documents beside an envelope. */
    public List<Enclosure> enclosures(MessageId id) {
        return outgoing.enclosures(id);
    }

    /** A document beside an envelope. */
    public Optional<Enclosure> enclosure(MessageId id, String name) {
        return enclosures(id).stream().filter(it -> it.name().equals(name)).findFirst();
    }

    public Optional<Evidence> evidence(MessageId id) {
        return database.sql("""
                        select content_type, body, receipt
                          from exchange.sealed
                          join exchange.outgoing using (message_id)
                         where message_id = :id and state = 'confirmed'
                         order by number
                         limit 1
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new Evidence(id, row.getString("content_type"), row.getBytes("body"), row.getBytes("receipt")))
                .optional();
    }

    @Transactional
    void succeeded(PartyId party, Instant at) {
        database.sql("""
                        insert into exchange.peer_health (party, last_success_at) values (:party, :at)
                        on conflict (party) do update set last_success_at = excluded.last_success_at
                        """)
                .param("party", party.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    void failed(PartyId party, Instant at, Noted trouble) {
        database.sql("""
                        insert into exchange.peer_health (party, last_failure_at, last_failure)
                        values (:party, :at, :words)
                        on conflict (party) do update
                            set last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure
                        """)
                .param("party", party.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("words", trouble.stored())
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                new MessageId(row.getString("message_id")),
                new PartyId(row.getString("party")),
                row.getObject("conversation", UUID.class),
                row.getLong("sequence"),
                Delivery.State.of(row.getString("state")),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")).map(Noted::read),
                OutgoingEnvelopes.instant(row.getObject("next_attempt_at", OffsetDateTime.class)),
                OutgoingEnvelopes.instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                Channel.of(row.getString("channel")),
                OutgoingEnvelopes.instant(row.getObject("handed_over_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("proof")).map(Delivery.Proof::of));
    }
}
