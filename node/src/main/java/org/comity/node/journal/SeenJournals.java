package org.comity.node.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this node has seen of other journals, and what contradicted it. */
@Repository
class SeenJournals {

    private static final String CONTRADICTION = """
            select id, side, party, origin, nature, seen, shown, found_at, settled_at, settled_by, because
              from journal.contradiction
            """;

    private final JdbcClient jdbc;

    SeenJournals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Seen> find(String origin) {
        return jdbc.sql("select party, origin, note, seen_at from journal.seen where origin = :origin")
                .param("origin", origin)
                .query(SeenJournals::seen)
                .optional();
    }

    /** Holds all who want to move the same journal on, also the first time, until the transaction ends. */
    Optional<Seen> lock(String origin) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('journal.seen ' || :origin, 0))")
                .param("origin", origin)
                .query((row, number) -> origin)
                .single();
        return find(origin);
    }

    List<Seen> all() {
        return jdbc.sql("select party, origin, note, seen_at from journal.seen order by party, origin")
                .query(SeenJournals::seen)
                .list();
    }

    void keep(OtherJournal journal, SignedNote note, Instant at) {
        jdbc.sql("""
                insert into journal.seen (origin, party, note, seen_at) values (:origin, :party, :note, :at)
                on conflict (origin) do update set party = :party, note = :note, seen_at = :at
                """)
                .param("origin", journal.key().name())
                .param("party", journal.party())
                .param("note", note.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty if the same was found before. */
    Optional<Contradiction> contradicted(
            Contradiction.Side side,
            OtherJournal other,
            String origin,
            Contradiction.Nature nature,
            String seen,
            String shown,
            Instant at) {
        return jdbc.sql("""
                        insert into journal.contradiction (side, party, origin, nature, seen, shown, found_at)
                        select :side, :party, :origin, :nature, :seen, :shown, :at
                         where not exists (select 1 from journal.contradiction known
                                            where known.side = :side and known.origin = :origin
                                              and known.party = :party and known.settled_at is null
                                              and (known.shown = :shown or known.side = 'OURS'))
                        returning id, side, party, origin, nature, seen, shown, found_at, settled_at, settled_by, because
                        """)
                .param("side", side.name())
                .param("party", other.party())
                .param("origin", origin)
                .param("nature", nature.name())
                .param("seen", seen)
                .param("shown", shown)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(SeenJournals::contradiction)
                .optional();
    }

    /** Those that nobody has settled first, then the newest. */
    List<Contradiction> contradictions() {
        return jdbc.sql(CONTRADICTION + " order by settled_at is not null, id desc limit 100")
                .query(SeenJournals::contradiction)
                .list();
    }

    Optional<Contradiction> open(long id) {
        return jdbc.sql(CONTRADICTION + " where id = :id and settled_at is null for update")
                .param("id", id)
                .query(SeenJournals::contradiction)
                .optional();
    }

    void settle(Contradiction contradiction, String by, String because, Instant at) {
        jdbc.sql("""
                update journal.contradiction set settled_at = :at, settled_by = :by, because = :because
                 where side = :side and party = :party and origin = :origin and settled_at is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("because", because)
                .param("side", contradiction.side().name())
                .param("party", contradiction.party())
                .param("origin", contradiction.origin())
                .update();
    }

    void forget(String origin) {
        jdbc.sql("delete from journal.seen where origin = :origin")
                .param("origin", origin)
                .update();
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getString("party"),
                row.getString("origin"),
                SignedNote.parse(row.getString("note")),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static Contradiction contradiction(ResultSet row, int number) throws SQLException {
        return new Contradiction(
                row.getLong("id"),
                Contradiction.Side.valueOf(row.getString("side")),
                row.getString("party"),
                row.getString("origin"),
                Contradiction.Nature.valueOf(row.getString("nature")),
                row.getString("seen"),
                row.getString("shown"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("because")));
    }
}
