package org.comity.node.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.identity.PersonId;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is in the vault. */
@Repository
public class Exhibits {

    private static final String COLUMNS =
            "id, mark, particulars, size, sha256, taken_in_at, taken_in_by, taken_in_by_person, standing,"
                    + " destruction_ordered_by";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String state;

    Exhibits(JdbcClient jdbc, JsonMapper json, ComitySettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.state = settings.state();
    }

    public Optional<Exhibit> find(ExhibitId id) {
        return jdbc.sql("select " + COLUMNS + " from evidence.exhibit where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** As {@link #find}, kept from others until the transaction ends. */
    Optional<Exhibit> hold(ExhibitId id) {
        return jdbc.sql("select " + COLUMNS + " from evidence.exhibit where id = :id for update")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** What belongs to a case or a request, newest first. Relies on exhibit_about. */
    public List<Exhibit> about(String subject) {
        return jdbc.sql("select " + COLUMNS
                        + " from evidence.exhibit where about @> array[:subject]::text[] order by taken_in_at desc, id")
                .param("subject", subject)
                .query(this::read)
                .list();
    }

    /** Newest first. Relies on exhibit_newest. */
    List<Exhibit> newest(int from, int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from evidence.exhibit order by taken_in_at desc, id offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /** The sealed bytes of all that is held, without what encryption adds. */
    long bytesHeld() {
        return jdbc.sql("select coalesce(sum(size), 0) from evidence.exhibit where wrapped_key is not null")
                .query(Long.class)
                .single();
    }

    void add(
            ExhibitId id,
            Particulars particulars,
            long size,
            String sha256,
            WrappedKey key,
            OffsetDateTime at,
            String by,
            @Nullable UUID person) {
        jdbc.sql("""
                        insert into evidence.exhibit (id, mark, particulars, about, size, sha256, key_under, wrapped_key,
                            taken_in_at, taken_in_by, taken_in_by_person, standing)
                        values (:id, :state || '-E-' || lpad(nextval('evidence.mark')::text, 4, '0'), :particulars::jsonb,
                            :about, :size, :sha256, :under, :key, :at, :by, :person, 'HELD')
                        """)
                .param("id", id.value())
                .param("state", state)
                .param("particulars", json.writeValueAsString(particulars))
                .param("about", particulars.about().toArray(String[]::new))
                .param("size", size)
                .param("sha256", sha256)
                .param("under", key.under())
                .param("key", key.bytes())
                .param("at", at)
                .param("by", by)
                .param("person", person)
                .update();
    }

    void change(ExhibitId id, Particulars particulars) {
        jdbc.sql("update evidence.exhibit set particulars = :particulars::jsonb, about = :about where id = :id")
                .param("id", id.value())
                .param("particulars", json.writeValueAsString(particulars))
                .param("about", particulars.about().toArray(String[]::new))
                .update();
    }

    /** Empty when the content was destroyed. */
    Optional<WrappedKey> key(ExhibitId id) {
        return jdbc.sql("""
                        select key_under, wrapped_key from evidence.exhibit
                        where id = :id and wrapped_key is not null
                        """)
                .param("id", id.value())
                .query((row, number) -> new WrappedKey(row.getInt("key_under"), row.getBytes("wrapped_key")))
                .optional();
    }

    /** Moves to another standing; the key goes with the step that destroys it. */
    void stand(ExhibitId id, Standing standing, @Nullable UUID orderedBy) {
        jdbc.sql("""
                        update evidence.exhibit set standing = :standing, destruction_ordered_by = :orderedBy,
                            key_under = case when :readable then key_under end,
                            wrapped_key = case when :readable then wrapped_key end
                        where id = :id
                        """)
                .param("id", id.value())
                .param("standing", standing.name())
                .param("orderedBy", orderedBy)
                .param("readable", standing.isReadable())
                .update();
    }

    List<ExhibitId> standing(Standing standing) {
        return jdbc.sql("select id from evidence.exhibit where standing = :standing order by taken_in_at")
                .param("standing", standing.name())
                .query((row, number) -> new ExhibitId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Some whose keys are not under that key of the node's. Relies on exhibit_by_key. */
    List<ExhibitId> notUnder(int newest, int most) {
        return jdbc.sql("""
                        select id from evidence.exhibit where key_under is not null and key_under <> :newest
                        order by key_under, id limit :most for update
                        """)
                .param("newest", newest)
                .param("most", most)
                .query((row, number) -> new ExhibitId(row.getObject("id", UUID.class)))
                .list();
    }

    void rewrap(ExhibitId id, WrappedKey key) {
        jdbc.sql("update evidence.exhibit set key_under = :under, wrapped_key = :key where id = :id")
                .param("id", id.value())
                .param("under", key.under())
                .param("key", key.bytes())
                .update();
    }

    private Exhibit read(ResultSet row, int number) throws SQLException {
        return new Exhibit(
                new ExhibitId(row.getObject("id", UUID.class)),
                row.getString("mark"),
                json.readValue(row.getString("particulars"), Particulars.class),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("taken_in_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString("taken_in_by"),
                Optional.ofNullable(row.getObject("taken_in_by_person", UUID.class))
                        .map(PersonId::new),
                Standing.valueOf(row.getString("standing")),
                Optional.ofNullable(row.getObject("destruction_ordered_by", UUID.class))
                        .map(PersonId::new));
    }
}
