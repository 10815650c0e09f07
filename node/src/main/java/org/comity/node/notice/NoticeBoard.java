package org.comity.node.notice;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.node.frame.Noted;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each person was told, the latest first. */
@Repository
public class NoticeBoard {

    /** How many a page of the list has. */
    public static final int PAGE = 25;

    /** One notice as its person sees it. */
    public record Entry(
            long id, NoticeKind kind, Noted said, String link, boolean emergency, Instant toldAt, boolean read) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the person was told the same before. */
    Optional<Long> add(PersonId person, Notice notice, Instant now, Optional<Instant> mailDue) {
        return jdbc.sql("""
                        insert into notice.notice (person, kind, said, link, emergency, told_at, mail_due, once)
                        values (:person, :kind, :said, :link, :emergency, :now, :mailDue, :once)
                        on conflict (person, once) do nothing
                        returning id
                        """)
                .param("person", person.value())
                .param("kind", notice.kind().name())
                .param("said", notice.said().stored())
                .param("link", notice.link())
                .param("emergency", notice.emergency())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "mailDue",
                        mailDue.map(due -> due.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("once", notice.once().orElse(null))
                .query((row, number) -> row.getLong("id"))
                .optional();
    }

    /** Index: notice_unread. */
    public int unread(PersonId person) {
        return jdbc.sql("select count(*) from notice.notice where person = :person and read_at is null")
                .param("person", person.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Index: notice_latest. */
    public int count(PersonId person) {
        return jdbc.sql("select count(*) from notice.notice where person = :person")
                .param("person", person.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** @param page from 0. Index: notice_latest */
    public List<Entry> of(PersonId person, int page) {
        return jdbc.sql("""
                        select * from notice.notice where person = :person
                        order by id desc limit :most offset :skipped
                        """)
                .param("person", person.value())
                .param("most", PAGE)
                .param("skipped", page * PAGE)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        NoticeKind.valueOf(row.getString("kind")),
                        Noted.read(row.getString("said")),
                        row.getString("link"),
                        row.getBoolean("emergency"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getObject("read_at") != null))
                .list();
    }

    /** @return where it leads; empty for what is not this person's */
    public Optional<String> read(PersonId person, long id) {
        return jdbc.sql("""
                        update notice.notice set read_at = coalesce(read_at, :now)
                        where person = :person and id = :id returning link
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("id", id)
                .query((row, number) -> row.getString("link"))
                .optional();
    }

    public void readAll(PersonId person) {
        jdbc.sql("update notice.notice set read_at = :now where person = :person and read_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    /** What is due by mail and unread, held until the transaction ends. @return for each whether it is an emergency */
    List<Boolean> dueByMail(PersonId person, Instant now) {
        return jdbc.sql("""
                        select emergency from notice.notice
                        where person = :person and mailed_at is null and mail_due <= :now and read_at is null
                        for update
                        """)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBoolean("emergency"))
                .list();
    }

    void mailed(PersonId person, Instant now) {
        jdbc.sql("""
                        update notice.notice set mailed_at = :now
                        where person = :person and mailed_at is null and mail_due <= :now
                        """)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
