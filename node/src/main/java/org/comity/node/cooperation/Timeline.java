package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.exchange.MessageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All steps of all requests, in their order; the table refuses change and removal. */
@Repository
class Timeline {

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller holds the request, so numbers have no gaps. */
    int nextNumber(RequestId request) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from cooperation.step where request = :request")
                .param("request", request.value())
                .query(Integer.class)
                .single();
    }

    void append(Step step, byte @Nullable [] hi1) {
        jdbc.sql("""
                        insert into cooperation.step
                               (request, number, event, state_from, state_to, by_whom, actor, occurred_at, recorded_at,
                                particulars, message, hi1, effective)
                        values (:request, :number, :event, :from, :to, :by, :actor, :occurredAt, :recordedAt,
                                :particulars::jsonb, :message, :hi1, :effective)
                        """)
                .param("request", step.request().value())
                .param("number", step.number())
                .param("event", step.event().name())
                .param("from", step.from().name())
                .param("to", step.to().name())
                .param("by", step.by().name())
                .param("actor", step.actor())
                .param("occurredAt", Times.stored(step.occurredAt()))
                .param("recordedAt", Times.stored(step.recordedAt()))
                .param("particulars", StoredJson.write(step.particulars()))
                .param("message", step.message().map(MessageId::value).orElse(null))
                .param("hi1", hi1)
                .param("effective", step.effective())
                .update();
    }

    List<Step> of(RequestId request) {
        return jdbc.sql("select * from cooperation.step where request = :request order by number")
                .param("request", request.value())
                .query(Timeline::read)
                .list();
    }

    /** The timelines of several requests at once. */
    Map<RequestId, List<Step>> of(Collection<RequestId> requests) {
        return jdbc
                .sql("select * from cooperation.step where request = any (:requests) order by request, number")
                .param("requests", requests.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(Timeline::read)
                .stream()
                .collect(Collectors.groupingBy(Step::request));
    }

    /** By the unique index step_by_message. */
    Optional<Step> stepOf(MessageId message) {
        return jdbc.sql("select * from cooperation.step where message = :message")
                .param("message", message.value())
                .query(Timeline::read)
                .optional();
    }

    /** Exactly what was sent or taken in with a step. */
    Optional<byte[]> hi1(RequestId request, int number) {
        return jdbc.sql(
                        "select hi1 from cooperation.step where request = :request and number = :number and hi1 is not null")
                .param("request", request.value())
                .param("number", number)
                .query((row, index) -> row.getBytes("hi1"))
                .optional();
    }

    private static Step read(ResultSet row, int index) throws SQLException {
        return new Step(
                new RequestId(row.getObject("request", UUID.class)),
                row.getInt("number"),
                RequestEvent.valueOf(row.getString("event")),
                RequestState.valueOf(row.getString("state_from")),
                RequestState.valueOf(row.getString("state_to")),
                By.valueOf(row.getString("by_whom")),
                row.getString("actor"),
                Times.read(row, "occurred_at"),
                Times.read(row, "recorded_at"),
                StoredJson.read(row.getString("particulars"), Particulars.class),
                Optional.ofNullable(row.getString("message")).map(MessageId::new),
                row.getBoolean("effective"));
    }
}
