package org.comity.node.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.time.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered to a call with a key of its own (the header Idempotency-Key), so that a program that lost the answer may
 * ask again without acting twice.
 */
@Repository
public class RepeatableCalls {

    public static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RepeatableCalls(JdbcClient jdbc, JsonMapper json, @WallClock Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What is known of a key. */
    public sealed interface Known {
        /** Nobody used it; it is taken now. */
        record New() implements Known {}

        /** The first call is not answered yet, or its answer was lost with the node. */
        record Unanswered() implements Known {}

        /** It was used for another call. */
        record OfAnother() implements Known {}

        record Answered(Answer answer) implements Known {}
    }

    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** @param fingerprint of address and body */
    public Known begin(UUID token, String key, byte[] fingerprint) {
        var now = clock.instant();
        jdbc.sql("delete from identity.repeatable_call where called_at < :then")
                .param("then", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        int taken = jdbc.sql("""
                        insert into identity.repeatable_call (token, key, fingerprint, called_at)
                        values (:token, :key, :fingerprint, :now)
                        on conflict (token, key) do nothing
                        """)
                .param("token", token)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return taken == 1 ? new Known.New() : known(token, key, fingerprint);
    }

    private Known known(UUID token, String key, byte[] fingerprint) {
        return jdbc.sql("""
                        select fingerprint, status, headers, body from identity.repeatable_call
                        where token = :token and key = :key
                        """)
                .param("token", token)
                .param("key", key)
                .query((row, number) -> Arrays.equals(row.getBytes("fingerprint"), fingerprint)
                        ? answer(row).<Known>map(Known.Answered::new).orElseGet(Known.Unanswered::new)
                        : new Known.OfAnother())
                .optional()
                // forgotten between the two looks: its day was over
                .orElseGet(Known.Unanswered::new);
    }

    public void answered(UUID token, String key, Answer answer) {
        jdbc.sql("""
                        update identity.repeatable_call set status = :status, headers = :headers::jsonb, body = :body
                        where token = :token and key = :key
                        """)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("token", token)
                .param("key", key)
                .update();
    }

    /** After a fault of ours nothing was done, so the key is free again. */
    public void forget(UUID token, String key) {
        jdbc.sql("delete from identity.repeatable_call where token = :token and key = :key")
                .param("token", token)
                .param("key", key)
                .update();
    }

    private Optional<Answer> answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Answer(
                        status,
                        json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                        row.getBytes("body")));
    }
}
