package org.comity.node.gazette;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gazettes that this node follows. */
@Repository
class FollowedGazettes {

    private final JdbcClient jdbc;

    FollowedGazettes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Followed> all() {
        return jdbc.sql("select * from gazette.followed order by party")
                .query(FollowedGazettes::read)
                .list();
    }

    Optional<Followed> find(PartyId party) {
        return jdbc.sql("select * from gazette.followed where party = :party")
                .param("party", party.value())
                .query(FollowedGazettes::read)
                .optional();
    }

    /** Holds all others who want to take entries of it in, until the transaction ends. */
    Optional<Followed> lock(PartyId party) {
        return jdbc.sql("select * from gazette.followed where party = :party for update")
                .param("party", party.value())
                .query(FollowedGazettes::read)
                .optional();
    }

    void keep(Followed followed) {
        jdbc.sql("""
                insert into gazette.followed (party, address, applied, since, by, taken, looked_at, trouble, stopped)
                values (:party, :address, :applied, :since, :by, :taken, :lookedAt, :trouble, :stopped)
                on conflict (party) do update
                   set address = :address, applied = :applied, since = :since, by = :by, taken = :taken,
                       looked_at = :lookedAt, trouble = :trouble, stopped = :stopped
                """)
                .param("party", followed.party().value())
                .param("address", followed.address().toString())
                .param(
                        "applied",
                        followed.applied().stream().map(AnnouncementKind::token).toArray(String[]::new))
                .param("since", followed.since().atOffset(ZoneOffset.UTC))
                .param("by", followed.by())
                .param("taken", followed.taken())
                .param(
                        "lookedAt",
                        followed.lookedAt()
                                .map(it -> it.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("trouble", followed.trouble().map(Noted::stored).orElse(null))
                .param("stopped", followed.stopped())
                .update();
    }

    void looked(PartyId party, Instant at, Optional<Noted> trouble) {
        jdbc.sql("update gazette.followed set looked_at = :at, trouble = :trouble where party = :party")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("trouble", trouble.map(Noted::stored).orElse(null))
                .param("party", party.value())
                .update();
    }

    void taken(PartyId party, long entries) {
        jdbc.sql("update gazette.followed set taken = :entries where party = :party")
                .param("entries", entries)
                .param("party", party.value())
                .update();
    }

    private static Followed read(ResultSet row, int number) throws SQLException {
        Set<AnnouncementKind> applied = Arrays.stream(
                        (String[]) row.getArray("applied").getArray())
                .flatMap(token -> AnnouncementKind.of(token).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Followed(
                new PartyId(row.getString("party")),
                URI.create(row.getString("address")),
                applied,
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getLong("taken"),
                Optional.ofNullable(row.getObject("looked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("trouble")).map(Noted::read),
                row.getBoolean("stopped"));
    }
}
