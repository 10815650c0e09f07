package org.comity.node.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.evidence.seal.Seal;
import org.comity.node.evidence.seal.SealedFile;
import org.comity.node.identity.PersonId;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was packed for courts. */
@Repository
class CourtPackages {

    private static final String SELECT = """
            select id, mark, about, reference, language, recipient, purpose, made_at, made_by, person, handed_at,
                   manifest, signature, stamped_at, trouble
              from evidence.package
            """;

    private final JdbcClient jdbc;
    private final String state;

    CourtPackages(JdbcClient jdbc, ComitySettings settings) {
        this.jdbc = jdbc;
        this.state = settings.state();
    }

    String nextMark() {
        return jdbc.sql("select :state || '-P-' || lpad(nextval('evidence.package_mark')::text, 4, '0')")
                .param("state", state)
                .query(String.class)
                .single();
    }

    void add(CourtPackage made, List<PackedFile> files) {
        jdbc.sql("""
                insert into evidence.package (id, mark, about, reference, language, recipient, purpose, made_at, made_by,
                    person, handed_at, manifest, signature)
                values (:id, :mark, :about, :reference, :language, :recipient, :purpose, :at, :by, :person, :handed, :manifest,
                    :signature)
                """)
                .param("id", made.id())
                .param("mark", made.mark())
                .param("about", made.about())
                .param("reference", made.reference())
                .param("language", made.language())
                .param("recipient", made.recipient())
                .param("purpose", made.purpose())
                .param("at", utc(made.madeAt()))
                .param("handed", utc(made.handedAt()))
                .param("by", made.madeBy())
                .param("person", made.person().value())
                .param("manifest", made.seal().manifest())
                .param("signature", made.seal().signature())
                .update();
        for (int number = 0; number < files.size(); number++) {
            PackedFile file = files.get(number);
            jdbc.sql("""
                    insert into evidence.package_file (package, number, path, media_type, size, sha256, crc32, content, exhibit)
                    values (:package, :number, :path, :type, :size, :sha256, :crc, :content, :exhibit)
                    """)
                    .param("package", made.id())
                    .param("number", number)
                    .param("path", file.path())
                    .param("type", file.sealed().mediaType())
                    .param("size", file.size())
                    .param("sha256", file.sealed().sha256())
                    .param("crc", file.crc())
                    .param("content", file.content().orElse(null))
                    .param("exhibit", file.exhibit().map(ExhibitId::value).orElse(null))
                    .update();
        }
    }

    Optional<CourtPackage> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Of a matter, the newest first. Relies on package_about. */
    List<CourtPackage> about(String subject) {
        return jdbc.sql(SELECT + " where about = :subject order by made_at desc, id limit 50")
                .param("subject", subject)
                .query(this::read)
                .list();
    }

    List<PackedFile> files(UUID id) {
        return jdbc.sql("""
                        select path, media_type, size, sha256, crc32, content, exhibit from evidence.package_file
                         where package = :id order by number
                        """)
                .param("id", id)
                .query((row, number) -> new PackedFile(
                        new SealedFile(row.getString("path"), row.getString("media_type"), row.getString("sha256")),
                        row.getLong("size"),
                        row.getLong("crc32"),
                        Optional.ofNullable(row.getBytes("content")),
                        Optional.ofNullable(row.getObject("exhibit", UUID.class))
                                .map(ExhibitId::new)))
                .list();
    }

    List<ExhibitId> exhibits(UUID id) {
        return jdbc.sql("select exhibit from evidence.package_file where package = :id and exhibit is not null")
                .param("id", id)
                .query((row, number) -> new ExhibitId(row.getObject("exhibit", UUID.class)))
                .list();
    }

    void handedOut(UUID id, Instant at) {
        jdbc.sql("update evidence.package set handed_at = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    /** Those without a timestamp, the oldest first. Relies on package_to_stamp. */
    List<UUID> toStamp(int most) {
        return jdbc.sql("select id from evidence.package where stamped_at is null order by made_at limit :most")
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Relies on package_to_renew. */
    List<UUID> toRenew(Instant now, int most) {
        return jdbc.sql("select id from evidence.package where renew_at <= :now order by renew_at limit :most")
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Keeps a seal that grew. @return false if another replica was here before */
    boolean grew(CourtPackage before, Seal seal, Instant at, Instant renewAt) {
        int changed = jdbc.sql("""
                        update evidence.package
                           set signature = :signature, stamped_at = coalesce(stamped_at, :at), renew_at = :renewAt, trouble = null
                         where id = :id and signature = :before
                           and (select count(*) from evidence.package_renewal where package = :id) = :renewals
                        """)
                .param("id", before.id())
                .param("signature", seal.signature())
                .param("before", before.seal().signature())
                .param("renewals", before.seal().renewals().size())
                .param("at", utc(at))
                .param("renewAt", utc(renewAt))
                .update();
        if (changed == 0) {
            return false;
        }
        for (int number = before.seal().renewals().size();
                number < seal.renewals().size();
                number++) {
            jdbc.sql("""
                    insert into evidence.package_renewal (package, number, manifest, stamp)
                    values (:package, :number, :manifest, :stamp)
                    """)
                    .param("package", before.id())
                    .param("number", number)
                    .param("manifest", seal.renewals().get(number).manifest())
                    .param("stamp", seal.renewals().get(number).stamp())
                    .update();
        }
        return true;
    }

    void trouble(UUID id, String said) {
        jdbc.sql("update evidence.package set trouble = :said where id = :id")
                .param("id", id)
                .param("said", said)
                .update();
    }

    private CourtPackage read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new CourtPackage(
                id,
                row.getString("mark"),
                row.getString("about"),
                row.getString("reference"),
                row.getString("language"),
                row.getString("recipient"),
                row.getString("purpose"),
                moment(row, "made_at").orElseThrow(),
                row.getString("made_by"),
                new PersonId(row.getObject("person", UUID.class)),
                moment(row, "handed_at").orElseThrow(),
                new Seal(row.getBytes("manifest"), row.getBytes("signature"), renewals(id)),
                moment(row, "stamped_at"),
                Optional.ofNullable(row.getString("trouble")));
    }

    private List<Seal.Renewal> renewals(UUID id) {
        return jdbc.sql("select manifest, stamp from evidence.package_renewal where package = :id order by number")
                .param("id", id)
                .query((row, number) -> new Seal.Renewal(row.getBytes("manifest"), row.getBytes("stamp")))
                .list();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
