package org.comity.node.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is on its way in; the bytes are in the vault's folder of uploads. */
@Repository
class Uploads {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Uploads(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Upload upload) {
        jdbc.sql("""
                        insert into evidence.upload (id, particulars, length, key_under, wrapped_key, person, begun_by,
                            begun_at, expires_at)
                        values (:id, :particulars::jsonb, :length, :under, :key, :person, :by, :begunAt, :expiresAt)
                        """)
                .param("id", upload.id().value())
                .param("particulars", json.writeValueAsString(upload.particulars()))
                .param("length", upload.length().isPresent() ? upload.length().getAsLong() : null)
                .param("under", upload.key().under())
                .param("key", upload.key().bytes())
                .param("person", upload.person().map(PersonId::value).orElse(null))
                .param("by", upload.begunBy())
                .param("begunAt", upload.begunAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", upload.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(ExhibitId id) {
        return jdbc.sql("select * from evidence.upload where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** Kept from other replicas until the transaction ends. */
    Optional<Upload> hold(ExhibitId id) {
        return jdbc.sql("select * from evidence.upload where id = :id for update")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    List<Upload> of(PersonId person) {
        return jdbc.sql("select * from evidence.upload where person = :person order by begun_at")
                .param("person", person.value())
                .query(this::read)
                .list();
    }

    List<Upload> all() {
        return jdbc.sql("select * from evidence.upload order by begun_at")
                .query(this::read)
                .list();
    }

    /** Room that was promised to those whose length is known. */
    long bytesPromised() {
        return jdbc.sql("select coalesce(sum(length), 0) from evidence.upload")
                .query(Long.class)
                .single();
    }

    void expireAt(ExhibitId id, Instant moment) {
        jdbc.sql("update evidence.upload set expires_at = :moment where id = :id")
                .param("id", id.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(ExhibitId id) {
        return jdbc.sql("delete from evidence.upload where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        long length = row.getLong("length");
        return new Upload(
                new ExhibitId(row.getObject("id", UUID.class)),
                json.readValue(row.getString("particulars"), Particulars.class),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(length),
                new WrappedKey(row.getInt("key_under"), row.getBytes("wrapped_key")),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                row.getString("begun_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
