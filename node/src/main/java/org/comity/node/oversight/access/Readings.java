package org.comity.node.oversight.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.identity.Person;
import org.comity.node.oversight.count.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written down of who saw what. */
@Repository
public class Readings {

    public static final int PAGE = 50;

    private static final String WITH_LABELS = """
            select reading.*, coalesce(request.reference, exhibit.mark, reading.subject) as label
              from oversight.reading
              left join cooperation.request on reading.kind = 'request' and request.id = reading.thing
              left join evidence.exhibit on reading.kind = 'exhibit' and exhibit.id = reading.thing
            """;

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for; empty texts for all.
     *
     * @param who a part of the name of a person or token
     * @param what a part of a reference, mark or identifier
     */
    public record Filter(String who, String what, Days days, boolean refusedOnly) {}

    /** The newest first. @param page from 1 */
    public List<Reading> found(Filter wanted, int page) {
        return jdbc.sql(WITH_LABELS + """
                        where reading.at >= :from and reading.at < :until and (not :refused or not reading.shown)
                          and (:who = '' or position(lower(:who) in lower(concat_ws(' ', reading.name, reading.token))) > 0)
                          and (:what = '' or position(lower(:what) in
                                   lower(concat_ws(' ', request.reference, exhibit.mark, reading.subject))) > 0)
                        order by reading.number desc limit :size offset :skip
                        """)
                .param("from", wanted.days().start())
                .param("until", wanted.days().end())
                .param("refused", wanted.refusedOnly())
                .param("who", wanted.who().strip())
                .param("what", wanted.what().strip())
                .param("size", PAGE + 1)
                .param("skip", (long) (page - 1) * PAGE)
                .query(Readings::read)
                .list();
    }

    /** A person's own, and those of nobody else. */
    public List<Reading> of(Person person, int page) {
        return jdbc.sql(WITH_LABELS
                        + "where reading.person = :person order by reading.number desc limit :size offset :skip")
                .param("person", person.id().value())
                .param("size", PAGE + 1)
                .param("skip", (long) (page - 1) * PAGE)
                .query(Readings::read)
                .list();
    }

    /** All of these requests, for an auditor; the oldest first. */
    public List<Reading> of(List<UUID> requests) {
        return requests.isEmpty()
                ? List.of()
                : jdbc.sql(
                                WITH_LABELS
                                        + "where reading.kind = 'request' and reading.thing in (:requests) order by reading.number")
                        .param("requests", requests)
                        .query(Readings::read)
                        .list();
    }

    private static Reading read(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                Optional.ofNullable(row.getString("token")),
                row.getString("kind"),
                row.getString("label"),
                row.getString("address"),
                row.getBoolean("shown"));
    }
}
