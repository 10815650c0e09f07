package org.comity.node.evidence;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What this node fetches from others, and how far it is. */
@Repository
class Fetches {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Fetches(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One to be worked on. @param upload begun before; empty at first */
    record Work(
            Offer offer, PartyId from, String subject, Particulars particulars, Optional<ExhibitId> upload, int tries) {

        UUID id() {
            return offer.transfer();
        }
    }

    /** Once, however often the message comes. */
    void add(Offer offer, PartyId from, String subject, Particulars particulars, Instant at) {
        jdbc.sql("""
                        insert into evidence.fetch (id, subject, party, particulars, size, sha256, root, address, sealed_key,
                            state, offered_at, next_at)
                        values (:id, :subject, :party, :particulars::jsonb, :size, :sha256, :root, :address, :key::bytea,
                            'WAITING', :at, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", offer.transfer())
                .param("subject", subject)
                .param("party", from.value())
                .param("particulars", json.writeValueAsString(particulars))
                .param("size", offer.size())
                .param("sha256", offer.sha256())
                .param("root", offer instanceof OfferedExhibit sealed ? sealed.root() : null)
                .param("address", offer.address().toString())
                .param(
                        "key",
                        offer instanceof OfferedExhibit sealed ? HexFormat.of().parseHex(sealed.sealedKey()) : null)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next that is due and that nobody works on, held for a while. By the partial index fetch_next. */
    Optional<Work> claim(Instant now, Duration held) {
        return jdbc.sql("""
                        update evidence.fetch set held_until = :until
                        where id = (select id from evidence.fetch
                                    where state = 'WAITING' and next_at <= :now and (held_until is null or held_until < :now)
                                    order by next_at for update skip locked limit 1)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(held).atOffset(ZoneOffset.UTC))
                .query(this::work)
                .optional();
    }

    private Work work(ResultSet row, int number) throws SQLException {
        var particulars = json.readValue(row.getString("particulars"), Particulars.class);
        return new Work(
                offer(row, particulars),
                new PartyId(row.getString("party")),
                row.getString("subject"),
                particulars,
                Optional.ofNullable(row.getObject("upload", UUID.class)).map(ExhibitId::new),
                row.getInt("tries"));
    }

    private static Offer offer(ResultSet row, Particulars particulars) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var size = row.getLong("size");
        var sha256 = row.getString("sha256");
        var address = URI.create(row.getString("address"));
        byte[] key = row.getBytes("sealed_key");
        return key == null
                ? new DeliveredContent(id, particulars.name(), particulars.mediaType(), size, sha256, address)
                : new OfferedExhibit(
                        id,
                        particulars.name(),
                        particulars.mediaType(),
                        size,
                        sha256,
                        row.getString("root"),
                        address,
                        HexFormat.of().formatHex(key),
                        particulars.conditions());
    }

    Optional<Work> find(UUID id) {
        return jdbc.sql("select * from evidence.fetch where id = :id")
                .param("id", id)
                .query(this::work)
                .optional();
    }

    List<Fetch> of(String subject) {
        return jdbc.sql("select * from evidence.fetch where subject = :subject order by offered_at, id")
                .param("subject", subject)
                .query((row, number) -> {
                    var state = Fetch.State.valueOf(row.getString("state"));
                    return new Fetch(
                            row.getObject("id", UUID.class),
                            json.readValue(row.getString("particulars"), Particulars.class)
                                    .name(),
                            row.getLong("size"),
                            row.getLong("received"),
                            row.getLong("rate"),
                            state,
                            Optional.of(row.getString("trouble"))
                                    .filter(it -> !it.isEmpty())
                                    .map(it -> Noted.read(it).said()),
                            Optional.ofNullable(row.getObject("upload", UUID.class))
                                    .filter(_ -> state == Fetch.State.DONE)
                                    .map(ExhibitId::new));
                })
                .list();
    }

    void begun(UUID id, ExhibitId upload) {
        jdbc.sql("update evidence.fetch set upload = :upload, received = 0 where id = :id")
                .param("id", id)
                .param("upload", upload.value())
                .update();
    }

    /** @return whether it is still wanted */
    boolean held(UUID id, Instant until) {
        return jdbc.sql("update evidence.fetch set held_until = :until where id = :id and state = 'WAITING'")
                        .param("id", id)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** @return whether it is still wanted */
    boolean progressed(UUID id, long received, long rate) {
        return jdbc.sql("""
                        update evidence.fetch set received = :received, rate = :rate, trouble = '', tries = 0
                        where id = :id and state = 'WAITING'
                        """)
                        .param("id", id)
                        .param("received", received)
                        .param("rate", rate)
                        .update()
                > 0;
    }

    /** To be tried again. */
    void interrupted(UUID id, Noted trouble, Instant next) {
        jdbc.sql("""
                        update evidence.fetch
                        set trouble = :trouble, tries = tries + 1, next_at = :next, rate = 0, held_until = null
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("trouble", trouble.stored())
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    void broke(UUID id, Noted trouble) {
        jdbc.sql("""
                        update evidence.fetch set state = 'BROKEN', trouble = :trouble, rate = 0, held_until = null
                        where id = :id
                        """).param("id", id).param("trouble", trouble.stored()).update();
    }

    void done(UUID id) {
        jdbc.sql("""
                        update evidence.fetch
                        set state = 'DONE', received = size, rate = 0, trouble = '', held_until = null
                        where id = :id
                        """).param("id", id).update();
    }

    /** @return whether it was in one of those */
    boolean stand(UUID id, Fetch.State next, Instant at, Fetch.State... before) {
        return jdbc.sql("""
                        update evidence.fetch
                        set state = :next, next_at = :at, rate = 0, tries = 0, trouble = '', held_until = null
                        where id = :id and state in (:before)
                        """)
                        .param("id", id)
                        .param("next", next.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param(
                                "before",
                                List.of(before).stream().map(Enum::name).toList())
                        .update()
                > 0;
    }
}
