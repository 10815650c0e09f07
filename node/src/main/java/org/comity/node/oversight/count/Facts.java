package org.comity.node.oversight.count;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.comity.node.oversight.count.CountTable.Count;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts requests by the view {@code oversight.request_fact}, exactly. */
@Repository
class Facts {

    private static final String WHICH = """
             from oversight.request_fact
            where side = :side and to_provider = :toProvider and asked_at >= :from and asked_at < :until
            """;

    private final JdbcClient jdbc;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Count> byOutcome(Universe universe, Days days, Dimension dimension) {
        return which(
                        "select coalesce(nullif(" + dimension.column()
                                + ", ''), 'unknown') as label, outcome, count(*) as number",
                        "group by 1, 2",
                        universe,
                        days)
                .query((row, _) -> new Count(row.getString("label"), row.getString("outcome"), row.getLong("number")))
                .list();
    }

    /** @param column such as {@code ground}; only where there is one */
    List<Count> listed(Universe universe, Days days, String column) {
        return which(
                        "select " + column + " as label, count(*) as number",
                        "and " + column + " is not null group by 1",
                        universe,
                        days)
                .query((row, _) -> new Count(row.getString("label"), "number", row.getLong("number")))
                .list();
    }

    /** Of those which owe papers afterwards: what became of them. */
    List<Count> emergencies(Universe universe, Days days) {
        return which("""
                        select case when found_no_emergency then 'found-none'
                                    when regularised_at is not null then 'regularised'
                                    when deleted_at is not null then 'deleted'
                                    when disclosed_at is not null then 'papers-owed'
                                    else 'not-disclosed' end as label, count(*) as number
                        """, "and owes_papers group by 1", universe, days)
                .query((row, _) -> new Count(row.getString("label"), "number", row.getLong("number")))
                .list();
    }

    /** @param of among how many */
    record Use(String safeguard, long with, long of) {}

    List<Use> safeguards(Universe universe, Days days) {
        return which("""
                        select count(*) as number,
                               count(*) filter (where reasoned) as reasoned,
                               count(*) filter (where checked) as checked,
                               count(*) filter (where returned) as returned,
                               count(*) filter (where silence) as silence,
                               count(*) filter (where silence and silence_ends) as silence_ends,
                               count(*) filter (where conditions) as conditions,
                               count(*) filter (where warned) as warned,
                               count(*) filter (where notified) as notified,
                               count(*) filter (where missed) as missed
                        """, "", universe, days)
                .query((row, _) -> {
                    var all = row.getLong("number");
                    return List.of(
                            new Use("reasoned", row.getLong("reasoned"), all),
                            new Use("checked", row.getLong("checked"), all),
                            new Use("returned", row.getLong("returned"), all),
                            new Use("silence", row.getLong("silence"), all),
                            new Use("silence-ends", row.getLong("silence_ends"), row.getLong("silence")),
                            new Use("conditions", row.getLong("conditions"), all),
                            new Use("warned", row.getLong("warned"), all),
                            new Use("notified", row.getLong("notified"), all),
                            new Use("missed", row.getLong("missed"), all));
                })
                .single();
    }

    /** @param cases that got so far; @param likely the median; @param late which one in five exceeds */
    record Taken(String kind, String step, long cases, Optional<Duration> likely, Optional<Duration> late) {}

    List<Taken> times(Universe universe, Days days) {
        return which("""
                        select kind, step, count(seconds) as cases,
                               percentile_cont(0.5) within group (order by seconds) as likely,
                               percentile_cont(0.8) within group (order by seconds) as late
                        """, "and seconds >= 0 group by 1, 2 order by 1, 2", """
                             from oversight.request_fact
                            cross join lateral (values
                                ('1-acknowledged', extract(epoch from acknowledged_at - asked_at)),
                                ('2-decided', extract(epoch from decided_at - asked_at)),
                                ('3-answered', extract(epoch from answered_at - asked_at)),
                                ('4-handed-over', extract(epoch from handed_over_at - asked_at)),
                                ('5-regularised', extract(epoch from regularised_at - disclosed_at))) as taken (step, seconds)
                            where side = :side and to_provider = :toProvider and asked_at >= :from and asked_at < :until
                        """, universe, days)
                .query((row, _) -> new Taken(
                        row.getString("kind"),
                        row.getString("step").substring(2),
                        row.getLong("cases"),
                        Optional.of(Duration.ofSeconds(row.getLong("likely"))),
                        Optional.of(Duration.ofSeconds(row.getLong("late")))))
                .list();
    }

    private JdbcClient.StatementSpec which(String what, String then, Universe universe, Days days) {
        return which(what, then, WHICH, universe, days);
    }

    private JdbcClient.StatementSpec which(String what, String then, String from, Universe universe, Days days) {
        return jdbc.sql(what + from + then)
                .param("side", universe.side())
                .param("toProvider", universe.toProvider())
                .param("from", days.start())
                .param("until", days.end());
    }
}
