package org.comity.node.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each content was last found to be what was taken in. */
@Repository
class ContentChecks {

    private static final int SOME = 50;

    private final JdbcClient jdbc;

    ContentChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param damaged what the last check found */
    record Due(ExhibitId exhibit, boolean damaged) {}

    /**
     * Of all contents that are held.
     *
     * @param oldest when the one was read that was not read for longest; empty if there is none
     */
    record Summary(int contents, long bytes, int due, Optional<Instant> oldest) {}

    List<Due> due(Instant before) {
        return jdbc.sql("""
                        select exhibit.id, coalesce(content_check.damaged, false) as damaged
                          from evidence.exhibit
                          left join evidence.content_check on content_check.exhibit = exhibit.id
                         where exhibit.wrapped_key is not null
                           and (content_check.due or coalesce(content_check.checked_at, exhibit.taken_in_at) < :before)
                         order by coalesce(content_check.checked_at, exhibit.taken_in_at)
                         limit :some
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("some", SOME)
                .query((row, number) ->
                        new Due(new ExhibitId(row.getObject("id", UUID.class)), row.getBoolean("damaged")))
                .list();
    }

    void askForAll() {
        jdbc.sql("""
                insert into evidence.content_check (exhibit, checked_at, due)
                select id, taken_in_at, true from evidence.exhibit where wrapped_key is not null
                on conflict (exhibit) do update set due = true
                """).update();
    }

    void checked(ExhibitId exhibit, Instant at, boolean damaged) {
        jdbc.sql("""
                insert into evidence.content_check (exhibit, checked_at, damaged) values (:exhibit, :at, :damaged)
                on conflict (exhibit) do update set checked_at = :at, damaged = :damaged, due = false
                """)
                .param("exhibit", exhibit.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("damaged", damaged)
                .update();
    }

    Summary summary() {
        return jdbc.sql("""
                        select count(*) as contents, coalesce(sum(exhibit.size), 0) as bytes,
                               count(*) filter (where content_check.due) as due,
                               min(coalesce(content_check.checked_at, exhibit.taken_in_at)) as oldest
                          from evidence.exhibit
                          left join evidence.content_check on content_check.exhibit = exhibit.id
                         where exhibit.wrapped_key is not null
                        """)
                .query((row, number) -> new Summary(
                        row.getInt("contents"),
                        row.getLong("bytes"),
                        row.getInt("due"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** Marks of exhibits whose content is no longer what was taken in. */
    List<String> damaged() {
        return jdbc.sql("""
                        select exhibit.mark
                          from evidence.content_check
                          join evidence.exhibit on exhibit.id = content_check.exhibit
                         where content_check.damaged and exhibit.wrapped_key is not null
                         order by exhibit.mark
                        """).query((row, number) -> row.getString("mark")).list();
    }
}
