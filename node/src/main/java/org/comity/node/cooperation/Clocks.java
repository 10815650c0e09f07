package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.clock.ClockRules;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All clocks of all requests. */
@Repository
class Clocks {

    private final JdbcClient jdbc;

    Clocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stops what the step ended and starts what it began. */
    void follow(Step step, Request after) {
        var runningNow = running(step.request());
        var started = ClockRules.startedBy(step, after, of(step.request()));
        if (goesOn(started, runningNow)) {
            started = started.stream().filter(clock -> !endsPreservation(clock)).toList();
        }
        for (var running : runningNow) {
            var restarted = started.stream().anyMatch(clock -> clock.kind() == running.kind());
            if (restarted || !running.kind().runsIn(step.to())) {
                stop(running, step);
            }
        }
        started.forEach(this::start);
    }

    /** A step about another item sets the same end again: nothing begins anew, and no reminder comes twice. */
    private static boolean goesOn(List<RequestClock> started, List<RequestClock> running) {
        return started.stream()
                .filter(clock -> clock.kind() == ClockKind.PRESERVATION)
                .anyMatch(clock -> running.stream()
                        .anyMatch(it -> it.kind() == clock.kind() && it.dueAt().equals(clock.dueAt())));
    }

    private static boolean endsPreservation(RequestClock clock) {
        return clock.kind() == ClockKind.PRESERVATION || clock.kind() == ClockKind.EXPIRY_ALARM;
    }

    private void start(RequestClock clock) {
        jdbc.sql("""
                        insert into cooperation.clock
                               (id, request, kind, provision, started_by, started_at, length, counted, due_at)
                        values (:id, :request, :kind, :provision, :startedBy, :startedAt, :length, 'calendar', :dueAt)
                        """)
                .param("id", clock.id())
                .param("request", clock.request().value())
                .param("kind", clock.kind().name())
                .param("provision", clock.provision())
                .param("startedBy", clock.startedBy().name())
                .param("startedAt", Times.stored(clock.startedAt()))
                .param("length", clock.length())
                .param("dueAt", Times.stored(clock.dueAt()))
                .update();
    }

    private void stop(RequestClock clock, Step step) {
        jdbc.sql("update cooperation.clock set stopped_by = :event, stopped_at = :at where id = :id")
                .param("id", clock.id())
                .param("event", step.event().name())
                .param("at", Times.stored(step.occurredAt()))
                .update();
    }

    /**
     * The clock that is due first, held with its request until the transaction ends; what an act or another replica holds is
     * passed over. By the partial index clock_due.
     */
    Optional<RequestClock> takeDue(Instant now) {
        return jdbc.sql("""
                        select clock.* from cooperation.clock
                        join cooperation.request on request.id = clock.request
                        where due_at <= :now and stopped_at is null and fired_at is null
                        order by due_at limit 1
                        for update of clock, request skip locked
                        """).param("now", Times.stored(now)).query(Clocks::read).optional();
    }

    /** The clock of which three quarters have passed and nobody was told, held as {@link #takeDue}; reminders have no end of their own. */
    Optional<RequestClock> takeNearing(Instant now) {
        return jdbc.sql("""
                        select clock.* from cooperation.clock
                        join cooperation.request on request.id = clock.request
                        where started_at + (due_at - started_at) * 0.75 <= :now and due_at > :now
                          and stopped_at is null and fired_at is null and escalated_at is null
                          and clock.kind not in ('DOMESTIC_ORDER_ALARM', 'EXPIRY_ALARM')
                        order by due_at limit 1
                        for update of clock, request skip locked
                        """).param("now", Times.stored(now)).query(Clocks::read).optional();
    }

    void escalated(RequestClock clock, Instant at) {
        jdbc.sql("update cooperation.clock set escalated_at = :at where id = :id")
                .param("id", clock.id())
                .param("at", Times.stored(at))
                .update();
    }

    void fired(RequestClock clock, Instant at) {
        jdbc.sql("update cooperation.clock set fired_at = :at where id = :id")
                .param("id", clock.id())
                .param("at", Times.stored(at))
                .update();
    }

    /** Still running, soonest first. */
    List<RequestClock> running(RequestId request) {
        return jdbc.sql("""
                        select * from cooperation.clock
                        where request = :request and stopped_at is null and fired_at is null
                        order by due_at
                        """)
                .param("request", request.value())
                .query(Clocks::read)
                .list();
    }

    /** All, also those that have stopped or fired, in the order of their ends. */
    List<RequestClock> of(RequestId request) {
        return jdbc.sql("select * from cooperation.clock where request = :request order by due_at, started_at")
                .param("request", request.value())
                .query(Clocks::read)
                .list();
    }

    /** Everything that runs, soonest first, by request. */
    Map<RequestId, List<RequestClock>> running() {
        return jdbc.sql("""
                        select * from cooperation.clock where stopped_at is null and fired_at is null order by due_at
                        """).query(Clocks::read).stream().collect(Collectors.groupingBy(RequestClock::request));
    }

    private static RequestClock read(ResultSet row, int index) throws SQLException {
        return new RequestClock(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("request", UUID.class)),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("provision"),
                RequestEvent.valueOf(row.getString("started_by")),
                Times.read(row, "started_at"),
                row.getString("length"),
                Times.read(row, "due_at"),
                Optional.ofNullable(row.getString("stopped_by")).map(RequestEvent::valueOf),
                Times.find(row, "stopped_at"),
                Times.find(row, "fired_at"));
    }
}
