package org.comity.node.oversight.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.node.oversight.OversightJson;
import org.comity.node.oversight.OversightSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the rules look at, by the views of this room. */
@Repository
class ReadingConduct {

    private final JdbcClient jdbc;
    private final Duration lookBack;
    private final Clock clock;

    ReadingConduct(JdbcClient jdbc, OversightSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.lookBack = settings.patterns().lookBack();
        this.clock = clock;
    }

    Conduct now() {
        var now = clock.instant();
        var since = now.minus(lookBack).atOffset(ZoneOffset.UTC);
        return new Conduct(now, waiting(), emergencies(since), refusals(since), approvals(since));
    }

    private List<Conduct.Waiting> waiting() {
        return jdbc.sql("""
                        select counterpart, count(*) as requests, min(approved_at) as since
                          from oversight.request_fact
                         where side = 'REQUESTING' and approved_at is not null and counterpart is not null
                           and outcome = 'open' and acknowledged_at is null
                           and stands in ('APPROVED', 'UNDELIVERED', 'SENT')
                         group by counterpart order by counterpart
                        """)
                .query((row, _) -> new Conduct.Waiting(
                        row.getString("counterpart"),
                        row.getLong("requests"),
                        instant(row.getObject("since", OffsetDateTime.class))))
                .list();
    }

    private List<Conduct.Emergencies> emergencies(OffsetDateTime since) {
        return jdbc.sql("""
                        select counterpart, case side when 'REQUESTING' then 'sent' else 'received' end as side,
                               count(*) as number, count(*) filter (where found_no_emergency) as none
                          from oversight.request_fact
                         where emergency and asked_at >= :since and counterpart is not null
                         group by 1, 2 order by 1, 2
                        """)
                .param("since", since)
                .query((row, _) -> new Conduct.Emergencies(
                        row.getString("counterpart"),
                        row.getString("side"),
                        row.getLong("number"),
                        row.getLong("none")))
                .list();
    }

    private List<Conduct.Refusal> refusals(OffsetDateTime since) {
        return jdbc.sql("select * from oversight.refusal where refused_at >= :since order by refused_at, reference")
                .param("since", since)
                .query((row, _) -> new Conduct.Refusal(
                        row.getString("reference"),
                        text(row.getString("provision")),
                        row.getString("ground"),
                        text(row.getString("dual_criminality")),
                        row.getString("closed_list") == null
                                ? List.of()
                                : List.of(OversightJson.read(
                                        row.getString("closed_list"), Conduct.Refusal.Ground[].class))))
                .list();
    }

    private List<Conduct.Approval> approvals(OffsetDateTime since) {
        return jdbc.sql("""
                        select drafter_name, approver_name, extract(epoch from approved_at - submitted_at)::bigint as seconds
                          from oversight.approval
                         where approved_at >= :since and submitted_at is not null and drafter_name is not null
                        """)
                .param("since", since)
                .query((row, _) -> new Conduct.Approval(
                        row.getString("drafter_name"),
                        row.getString("approver_name"),
                        Duration.ofSeconds(row.getLong("seconds"))))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    private static Instant instant(OffsetDateTime it) {
        return it.toInstant();
    }
}
