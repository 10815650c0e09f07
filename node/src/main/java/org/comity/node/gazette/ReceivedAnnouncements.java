package org.comity.node.gazette;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.ledger.SignedNote;
import org.comity.node.directory.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was read in the gazettes of others. */
@Repository
class ReceivedAnnouncements {

    private static final String FILTERED = """
             from gazette.received
            where (:kind = '' or kind = :kind)
              and (:party = '' or party = :party)
              and (not :open or state = 'HELD' and revoked_at is null)
            """;

    private final JdbcClient jdbc;

    ReceivedAnnouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if it was here already. */
    boolean add(Received received) {
        return jdbc.sql("""
                        insert into gazette.received
                               (party, id, position, size, kind, title, note, received_at, state)
                        values (:party, :id, :position, :size, :kind, :title, :note, :at, :state)
                        on conflict do nothing
                        """)
                        .param("party", received.party().value())
                        .param("id", received.announcement().id())
                        .param("position", received.position())
                        .param("size", received.size())
                        .param("kind", received.announcement().kind())
                        .param("title", received.announcement().title())
                        .param("note", received.note())
                        .param("at", received.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("state", received.state().name())
                        .update()
                == 1;
    }

    Optional<Received> find(PartyId party, UUID id) {
        return find(party, id, "");
    }

    /** Holds all others who want to decide on it, until the transaction ends. */
    Optional<Received> lock(PartyId party, UUID id) {
        return find(party, id, " for update");
    }

    private Optional<Received> find(PartyId party, UUID id, String how) {
        return jdbc.sql("select * from gazette.received where party = :party and id = :id" + how)
                .param("party", party.value())
                .param("id", id)
                .query(ReceivedAnnouncements::read)
                .optional();
    }

    void decide(Received received, Received.State state, Instant at, String by, String because, String leadsTo) {
        jdbc.sql("""
                update gazette.received
                   set state = :state, decided_at = :at, decided_by = :by, because = :because, leads_to = :leadsTo
                 where party = :party and id = :id
                """)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("because", because)
                .param("leadsTo", leadsTo)
                .param("party", received.party().value())
                .param("id", received.announcement().id())
                .update();
    }

    void revoke(Received received, Instant at, String why) {
        jdbc.sql("""
                update gazette.received set revoked_at = :at, revoked_why = :why
                 where party = :party and id = :id and revoked_at is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("why", why)
                .param("party", received.party().value())
                .param("id", received.announcement().id())
                .update();
    }

    /** What waits for a person first, then the newest. */
    List<Received> page(ReadingGazettes.Filter filter, int size) {
        return jdbc.sql("select *" + FILTERED + """

                         order by (state = 'HELD' and revoked_at is null) desc, received_at desc, position desc, party
                         limit :size offset :skip
                        """)
                .param("kind", filter.kind())
                .param("party", filter.party())
                .param("open", filter.open())
                .param("size", size)
                .param("skip", (long) (filter.page() - 1) * size)
                .query(ReceivedAnnouncements::read)
                .list();
    }

    int count(ReadingGazettes.Filter filter) {
        return jdbc.sql("select count(*)" + FILTERED)
                .param("kind", filter.kind())
                .param("party", filter.party())
                .param("open", filter.open())
                .query(Integer.class)
                .single();
    }

    private static Received read(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        return new Received(
                new PartyId(row.getString("party")),
                Announcement.read(SignedNote.parse(note).text()),
                row.getLong("position"),
                row.getLong("size"),
                note,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Received.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(at ->
                                new Received.Decision(at.toInstant(), text(row, "decided_by"), text(row, "because"))),
                text(row, "leads_to"),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(at -> new Received.Revoked(at.toInstant(), text(row, "revoked_why"))));
    }

    private static String text(ResultSet row, String column) {
        try {
            String text = row.getString(column);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new IllegalStateException("The column " + column + " can't be read.", e);
        }
    }
}
