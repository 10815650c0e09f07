package org.comity.node.cooperation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Small files within an order, on both sides. What is large goes another way, by reference and digest. */
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

    List<DeliveredFile> of(RequestId request) {
        return jdbc.sql("""
                        select id, step, name, type, size, sha256 from cooperation.delivered_file
                        where request = :request order by step, name, id
                        """)
                .param("request", request.value())
                .query((row, number) -> new DeliveredFile(
                        row.getObject("id", UUID.class),
                        row.getInt("step"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getString("sha256")))
                .list();
    }

    Optional<byte[]> content(RequestId request, UUID id) {
        return jdbc.sql("select content from cooperation.delivered_file where request = :request and id = :id")
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
