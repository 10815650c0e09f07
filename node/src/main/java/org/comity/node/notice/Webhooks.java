package org.comity.node.notice;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.notice.Webhook.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks of this node, and what each was told lately. */
@Repository
public class Webhooks {

    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    Webhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Webhook webhook, String by, Instant now) {
        jdbc.sql("""
                        insert into notice.webhook (id, name, url, topics, secret_sealed, made_by, made_at)
                        values (:id, :name, :url, :topics, :secret, :by, :now)
                        """)
                .param("id", webhook.id())
                .param("name", webhook.name())
                .param("url", webhook.url().toString())
                .param("topics", webhook.topics().stream().map(Enum::name).toArray(String[]::new))
                .param("secret", webhook.secretSealed())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Webhook> all() {
        return jdbc.sql("select * from notice.webhook where removed_at is null order by name, made_at")
                .query((row, number) -> webhook(row))
                .list();
    }

    public Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from notice.webhook where id = :id and removed_at is null")
                .param("id", id)
                .query((row, number) -> webhook(row))
                .optional();
    }

    List<Webhook> toldOf(Topic topic) {
        return jdbc.sql("""
                        select * from notice.webhook
                        where :topic = any (topics) and disabled_at is null and removed_at is null
                        """)
                .param("topic", topic.name())
                .query((row, number) -> webhook(row))
                .list();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update notice.webhook set removed_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param disabledAt null to call it again */
    void disable(UUID id, Optional<Instant> disabledAt) {
        jdbc.sql("update notice.webhook set disabled_at = :at, failing_since = null where id = :id")
                .param("id", id)
                .param(
                        "at",
                        disabledAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void tookIt(UUID id) {
        jdbc.sql("update notice.webhook set failing_since = null where id = :id and failing_since is not null")
                .param("id", id)
                .update();
    }

    /** @return since when it fails */
    Instant failed(UUID id, Instant now) {
        return jdbc.sql("""
                        update notice.webhook set failing_since = coalesce(failing_since, :now)
                        where id = :id returning failing_since
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject("failing_since", OffsetDateTime.class).toInstant())
                .single();
    }

    void add(Delivery delivery) {
        jdbc.sql("delete from notice.webhook_delivery where webhook = :webhook and made_at < :then")
                .param("webhook", delivery.webhook())
                .param("then", delivery.madeAt().minus(DELIVERIES_KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into notice.webhook_delivery (id, webhook, event, body, made_at)
                        values (:id, :webhook, :event, :body, :madeAt)
                        """)
                .param("id", delivery.id())
                .param("webhook", delivery.webhook())
                .param("event", delivery.event())
                .param("body", delivery.body())
                .param("madeAt", delivery.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Delivery> delivery(UUID id) {
        return jdbc.sql("select * from notice.webhook_delivery where id = :id")
                .param("id", id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    /** The latest first. Index: webhook_delivery_latest. */
    public List<Delivery> deliveries(UUID webhook, int most) {
        return jdbc.sql("""
                        select * from notice.webhook_delivery where webhook = :webhook
                        order by made_at desc limit :most
                        """)
                .param("webhook", webhook)
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** How an attempt ended. */
    enum Outcome {
        TAKEN,
        TRIED_AGAIN,
        GIVEN_UP
    }

    void attempted(UUID id, Optional<Integer> status, Optional<String> trouble, Instant now, Outcome outcome) {
        jdbc.sql("""
                        update notice.webhook_delivery
                        set attempts = attempts + 1, attempted_at = :now, status = :status, trouble = :trouble,
                            done_at = case when :done then :now end, given_up_at = case when :givenUp then :now end
                        where id = :id
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("status", status.orElse(null), Types.INTEGER)
                .param("trouble", trouble.orElse(null))
                .param("done", outcome == Outcome.TAKEN)
                .param("givenUp", outcome == Outcome.GIVEN_UP)
                .update();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        var topics = Set.of((String[]) row.getArray("topics").getArray());
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                URI.create(row.getString("url")),
                Arrays.stream(Topic.values())
                        .filter(topic -> topics.contains(topic.name()))
                        .collect(Collectors.toSet()),
                row.getBytes("secret_sealed"),
                instant(row, "failing_since"),
                instant(row, "disabled_at"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getString("event"),
                row.getString("body"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getString("trouble")),
                instant(row, "done_at"),
                instant(row, "given_up_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
