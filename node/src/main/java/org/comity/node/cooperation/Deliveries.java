package org.comity.node.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.exchange.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the messages of this node's own steps fare. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void expect(RequestId request, MessageId message) {
        jdbc.sql("insert into cooperation.delivery (message, request) values (:message, :request)")
                .param("message", message.value())
                .param("request", request.value())
                .update();
    }

    Optional<RequestId> requestOf(MessageId message) {
        return jdbc.sql("select request from cooperation.delivery where message = :message")
                .param("message", message.value())
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }

    void confirm(MessageId message, Instant at) {
        jdbc.sql("""
                        update cooperation.delivery
                        set confirmed_at = coalesce(confirmed_at, :at), gave_up = false, reason = ''
                        where message = :message
                        """)
                .param("message", message.value())
                .param("at", Times.stored(at))
                .update();
    }

    void fail(MessageId message, String reason, int attempts, boolean gaveUp) {
        jdbc.sql("""
                        update cooperation.delivery set attempts = :attempts, gave_up = :gaveUp, reason = :reason
                        where message = :message and confirmed_at is null
                        """)
                .param("message", message.value())
                .param("attempts", attempts)
                .param("gaveUp", gaveUp)
                .param("reason", reason)
                .update();
    }

    List<Delivery> of(RequestId request) {
        return jdbc.sql("select * from cooperation.delivery where request = :request")
                .param("request", request.value())
                .query((row, index) -> new Delivery(
                        new MessageId(row.getString("message")),
                        Times.find(row, "confirmed_at"),
                        row.getInt("attempts"),
                        row.getBoolean("gave_up"),
                        row.getString("reason")))
                .list();
    }
}
