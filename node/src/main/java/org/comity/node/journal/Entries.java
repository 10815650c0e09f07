package org.comity.node.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps, by their position. */
@Repository
class Entries {

    private static final String COLUMNS =
            "position, happened_at, actor, subject, what, commitment, salt, details, erased_at, erased_because";

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Entry entry, Details.Kept details) {
        jdbc.sql("""
                insert into journal.entry (position, happened_at, actor, subject, what, commitment, salt, details)
                values (:position, :happenedAt, :actor, :subject, :what, :commitment, :salt, :details)
                """)
                .param("position", entry.position())
                .param("happenedAt", entry.happenedAt().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("subject", entry.subject())
                .param("what", entry.what())
                .param("commitment", entry.commitment())
                .param("salt", details.salt())
                .param("details", details.json())
                .update();
    }

    Optional<Entry> find(long position) {
        return jdbc.sql("select " + COLUMNS + " from journal.entry where position = :position")
                .param("position", position)
                .query(Entries::read)
                .optional();
    }

    /** Relies on entry_by_subject. */
    List<Entry> about(String subject) {
        return jdbc.sql("select " + COLUMNS + " from journal.entry where subject = :subject order by position")
                .param("subject", subject)
                .query(Entries::read)
                .list();
    }

    /** Reads all of the journal: for an errand, not for a page. */
    List<Entry> naming(String conversation) {
        return jdbc.sql("select " + COLUMNS
                        + " from journal.entry where position(:named in details) > 0 order by journal.entry.position")
                .param("named", "\"conversation\":\"" + conversation + "\"")
                .query(Entries::read)
                .list();
    }

    List<Entry> from(long position, int atMost) {
        return jdbc.sql("select " + COLUMNS
                        + " from journal.entry where position >= :position order by position limit :atMost")
                .param("position", position)
                .param("atMost", atMost)
                .query(Entries::read)
                .list();
    }

    /** Newest first. */
    List<Entry> before(long position, int atMost) {
        return jdbc.sql("select " + COLUMNS
                        + " from journal.entry where position < :position order by position desc limit :atMost")
                .param("position", position)
                .param("atMost", atMost)
                .query(Entries::read)
                .list();
    }

    /** Relies on entry_erased and entry_by_subject. */
    List<Erasure> erasures(long from, int atMost) {
        return jdbc.sql("""
                        select erased.position, erased.what, erased.erased_at, erased.erased_because,
                               recorded.actor, recorded.position as recorded_at
                          from journal.entry erased
                          join journal.entry recorded
                            on recorded.subject = 'journal:' || erased.position
                           and recorded.what = 'details-erased'
                         where erased.erased_at is not null
                         order by recorded.position desc
                         limit :atMost offset :from
                        """)
                .param("from", from)
                .param("atMost", atMost)
                .query((row, number) -> new Erasure(
                        row.getLong("position"),
                        row.getString("what"),
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getString("erased_because"),
                        row.getString("actor"),
                        row.getLong("recorded_at")))
                .list();
    }

    long erasureCount() {
        return jdbc.sql("select count(*) from journal.entry where erased_at is not null")
                .query(Long.class)
                .single();
    }

    boolean erase(long position, String because, OffsetDateTime at) {
        return jdbc.sql("select journal.erase(:position, :because, :at)")
                .param("position", position)
                .param("because", because)
                .param("at", at)
                .query(Boolean.class)
                .single();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new Entry(
                row.getLong("position"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("what"),
                row.getBytes("commitment"),
                erasedAt == null
                        ? new Details.Kept(row.getString("details"), row.getBytes("salt"))
                        : new Details.Erased(erasedAt.toInstant(), row.getString("erased_because")));
    }
}
