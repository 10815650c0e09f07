package org.comity.node.cooperation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.RequestKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a provider may tell the public of the orders that it got: counts, of which a small one could point at a person. */
@Service
@Transactional(readOnly = true)
public class TransparencyReport {

    /** A smaller count is not told. */
    public static final int SMALLEST_TOLD = 5;

    private final JdbcClient jdbc;

    TransparencyReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param outcome a token, such as {@code disclosed} */
    public record Line(String state, RequestKind kind, boolean emergency, String outcome, int count) {

        public boolean isTold() {
            return count >= SMALLEST_TOLD;
        }

        /** As it may be told. */
        public String told() {
            return isTold() ? Integer.toString(count) : "<" + SMALLEST_TOLD;
        }
    }

    /** Of orders that came in on these days, in UTC, the last one included. */
    public List<Line> lines(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select left(counterpart, 2) as state, kind, urgency = 'EMERGENCY' as emergency,
                               coalesce(answer.outcome, 'open') as outcome, count(*) as orders
                          from cooperation.request
                          left join lateral (
                               select case step.event
                                           when 'DISCLOSED' then 'disclosed'
                                           when 'PARTLY_DISCLOSED' then 'disclosed-in-part'
                                           when 'PRESERVED' then 'preserved'
                                           when 'PARTLY_PRESERVED' then 'preserved-in-part'
                                           when 'CONTENT_REMOVED' then 'taken-down'
                                           when 'ACCESS_DISABLED' then 'taken-down'
                                           when 'PARTLY_TAKEN_DOWN' then 'taken-down-in-part'
                                           when 'REINSTATED' then 'reinstated'
                                           when 'NOT_FOUND' then 'not-held'
                                           when 'REFUSED' then 'barred'
                                           when 'WITHDRAWN' then 'withdrawn'
                                           else 'objected' end as outcome
                                 from cooperation.step
                                where step.request = request.id and step.effective
                                  and step.event in ('DISCLOSED', 'PARTLY_DISCLOSED', 'PRESERVED', 'PARTLY_PRESERVED',
                                                     'CONTENT_REMOVED', 'ACCESS_DISABLED', 'PARTLY_TAKEN_DOWN', 'REINSTATED',
                                                     'NOT_FOUND', 'REFUSED', 'WITHDRAWN', 'OBJECTED', 'CONFLICT_CLAIMED')
                                order by step.number desc limit 1) as answer on true
                         where side = 'REQUESTED' and kind in (:orders)
                           and opened_at >= :from and opened_at < :until
                         group by 1, 2, 3, 4
                         order by 1, 2, 3, 4
                        """)
                .param("orders", Requests.ORDERS)
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("until", until.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Line(
                        row.getString("state"),
                        RequestKind.valueOf(row.getString("kind")),
                        row.getBoolean("emergency"),
                        row.getString("outcome"),
                        row.getInt("orders")))
                .list();
    }

    /** With the names of the columns in its first row (RFC 4180). */
    public String csv(LocalDate from, LocalDate until) {
        return Stream.concat(
                        Stream.of("state,kind,emergency,outcome,orders"),
                        lines(from, until).stream()
                                .map(line -> "%s,%s,%s,%s,%s"
                                        .formatted(
                                                line.state(),
                                                line.kind().token(),
                                                line.emergency() ? "yes" : "no",
                                                line.outcome(),
                                                line.told())))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
