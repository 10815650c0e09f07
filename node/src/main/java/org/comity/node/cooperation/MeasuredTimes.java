package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.cooperation.clock.AnswerTime;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long counterparts took to answer this node, by party and kind of request, over the last two years. */
@Repository
class MeasuredTimes {

    private static final Period LOOKED_BACK = Period.ofYears(2);

    /** With each of these the requesting side knows what it will get. */
    private static final List<String> ANSWERS = List.of(
            RequestEvent.PRESERVED.name(),
            RequestEvent.PARTLY_PRESERVED.name(),
            RequestEvent.NOT_FOUND.name(),
            RequestEvent.HANDED_OVER.name(),
            RequestEvent.DISCLOSED.name(),
            RequestEvent.PARTLY_DISCLOSED.name(),
            RequestEvent.CONTENT_REMOVED.name(),
            RequestEvent.ACCESS_DISABLED.name(),
            RequestEvent.PARTLY_TAKEN_DOWN.name(),
            RequestEvent.IMPOSSIBLE.name(),
            RequestEvent.REFUSED.name());

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasuredTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was measured, as it stands now. */
    record Measured(Map<String, AnswerTime> byPartyAndKind, Map<RequestKind, AnswerTime> byKind) {

        /** Of this counterpart if it has answered often enough, else of all, else what is usual elsewhere. */
        AnswerTime of(Request request) {
            return request.counterpart()
                    .map(party -> key(party.value(), request.kind()))
                    .map(byPartyAndKind::get)
                    .or(() -> Optional.ofNullable(byKind.get(request.kind())))
                    .orElseGet(() -> AnswerTime.usual(request.kind()));
        }
    }

    Measured now() {
        var rows = jdbc.sql("""
                        select request.counterpart, request.kind, count(*) as cases,
                               percentile_cont(0.5) within group (order by taken.seconds) as likely,
                               percentile_cont(0.8) within group (order by taken.seconds) as late
                        from cooperation.request
                        join lateral (
                            select extract(epoch from min(step.occurred_at) filter (where step.event in (:answers))
                                                    - min(step.occurred_at) filter (where step.event = 'APPROVED'))
                                       as seconds
                            from cooperation.step
                            where step.request = request.id and step.effective
                        ) taken on taken.seconds > 0
                        where request.side = 'REQUESTING' and request.opened_at > :since
                        group by grouping sets ((request.counterpart, request.kind), (request.kind))
                        having count(*) >= :least
                        """)
                .param("answers", ANSWERS)
                .param(
                        "since",
                        Times.stored(clock.instant()
                                .atZone(ZoneOffset.UTC)
                                .minus(LOOKED_BACK)
                                .toInstant()))
                .param("least", AnswerTime.LEAST_CASES)
                .query((row, _) -> Row.read(row))
                .list();
        var byPartyAndKind = new HashMap<String, AnswerTime>();
        var byKind = new HashMap<RequestKind, AnswerTime>();
        for (var row : rows) {
            row.party()
                    .ifPresentOrElse(
                            party -> byPartyAndKind.put(key(party, row.kind()), row.time()),
                            () -> byKind.put(row.kind(), row.time()));
        }
        return new Measured(Map.copyOf(byPartyAndKind), Map.copyOf(byKind));
    }

    /** @param party empty for all of them together */
    private record Row(Optional<String> party, RequestKind kind, AnswerTime time) {

        static Row read(ResultSet row) throws SQLException {
            var party = Optional.ofNullable(row.getString("counterpart"));
            var kind = RequestKind.valueOf(row.getString("kind"));
            return new Row(
                    party,
                    kind,
                    AnswerTime.measured(
                            Duration.ofSeconds(row.getLong("likely")),
                            Duration.ofSeconds(row.getLong("late")),
                            party.orElse(kind.token()),
                            row.getInt("cases")));
        }
    }

    private static String key(String party, RequestKind kind) {
        return party + " " + kind;
    }
}
