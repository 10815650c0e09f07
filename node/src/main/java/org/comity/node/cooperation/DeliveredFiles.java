package org.comity.node.cooperation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files that answer an order. Small ones travel within the answer and wait here, on both sides, for the vault, which keeps them;
 * then only their names and digests stand here. What comes out of the provider's vault is named in the answer and fetched.
 */
@Repository
class DeliveredFiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Kept once, however often it comes. */
    void add(RequestId request, int step, UUID id, String name, String type, byte[] content) {
        jdbc.sql("""
                        insert into cooperation.delivered_file (id, request, step, name, type, size, sha256, content, stored_at)
                        values (:id, :request, :step, :name, :type, :size, :sha256, :content, :at)
                        on conflict (request, id) do nothing
                        """)
                .param("id", id)
                .param("request", request.value())
                .param("step", step)
                .param("name", name)
                .param("type", type)
                .param("size", content.length)
                .param("sha256", sha256(content))
                .param("content", content)
                .param("at", Times.stored(clock.instant()))
                .update();
    }

    /** What is in the vault already and is fetched from there. @param id under which it is fetched */
    void add(RequestId request, int step, UUID id, Exhibit exhibit) {
        jdbc.sql("""
                        insert into cooperation.delivered_file (id, request, step, name, type, size, sha256, exhibit, stored_at)
                        values (:id, :request, :step, :name, :type, :size, :sha256, :exhibit, :at)
                        """)
                .param("id", id)
                .param("request", request.value())
                .param("step", step)
                .param("name", exhibit.particulars().name())
                .param("type", exhibit.particulars().mediaType())
                .param("size", exhibit.size())
                .param("sha256", exhibit.sha256())
                .param("exhibit", exhibit.id().value())
                .param("at", Times.stored(clock.instant()))
                .update();
    }

    List<DeliveredFile> of(RequestId request) {
        return jdbc.sql("""
                        select id, step, name, type, size, sha256, exhibit from cooperation.delivered_file
                        where request = :request order by step, name, id
                        """)
                .param("request", request.value())
                .query(DeliveredFiles::read)
                .list();
    }

    /** A file that the vault has not taken in yet. */
    record Waiting(RequestId request, DeliveredFile file) {}

    /** By the partial index delivered_file_to_keep. */
    List<Waiting> toKeep() {
        return jdbc.sql("""
                        select id, request, step, name, type, size, sha256, exhibit from cooperation.delivered_file
                        where exhibit is null order by stored_at limit 100
                        """)
                .query((row, number) ->
                        new Waiting(new RequestId(row.getObject("request", UUID.class)), read(row, number)))
                .list();
    }

    /** From now on it is read from the vault. @return whether it was not so before */
    boolean kept(RequestId request, UUID id, ExhibitId exhibit) {
        return jdbc.sql("""
                        update cooperation.delivered_file set exhibit = :exhibit, content = null
                        where request = :request and id = :id and exhibit is null
                        """)
                        .param("request", request.value())
                        .param("id", id)
                        .param("exhibit", exhibit.value())
                        .update()
                > 0;
    }

    private static DeliveredFile read(ResultSet row, int number) throws SQLException {
        return new DeliveredFile(
                row.getObject("id", UUID.class),
                row.getInt("step"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                Optional.ofNullable(row.getObject("exhibit", UUID.class)).map(ExhibitId::new));
    }

    /** Empty when it is in the vault. */
    Optional<byte[]> content(RequestId request, UUID id) {
        return jdbc.sql("""
                        select content from cooperation.delivered_file
                        where request = :request and id = :id and content is not null
                        """)
                .param("request", request.value())
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
