package org.comity.node.cooperation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.Measured;
import org.comity.node.measured.MeasuringCooperation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts requests for rooms that must not see one. A request belongs to the day on which it was opened here. */
@Service
@Transactional(readOnly = true)
class CountedCooperation implements MeasuringCooperation {

    /** The first of each event in the life of every request of the days asked for; one pass over the steps. */
    private static final String TIMES = """
            with moment as (
                select request.side, request.kind, request.opened_at, request.expected_deletion, request.content,
                       min(step.occurred_at) filter (where step.event = 'APPROVED') as sent,
                       min(step.occurred_at) filter (where step.event = 'ACKNOWLEDGED') as acknowledged,
                       min(step.occurred_at) filter (where step.event in ('PRESERVED', 'PARTLY_PRESERVED')) as preserved,
                       min(step.occurred_at) filter (where step.event in
                           ('PRESERVED', 'PARTLY_PRESERVED', 'NOT_FOUND', 'HANDED_OVER', 'DISCLOSED', 'PARTLY_DISCLOSED',
                            'IMPOSSIBLE', 'REFUSED')) as answered,
                       min(step.occurred_at) filter (where step.event = 'REFUSED') as refused,
                       count(*) filter (where step.event = 'REFUSED'
                           and coalesce(step.particulars ->> 'ground', '') <> '') as with_ground
                  from cooperation.request
                  left join cooperation.step on step.request = request.id and step.effective
                 where request.opened_at >= :from and request.opened_at < :until
                 group by request.id
            ), taken as (
                select *,
                       extract(epoch from acknowledged - opened_at) as to_acknowledge,
                       extract(epoch from answered - opened_at) as to_answer,
                       extract(epoch from answered - sent) as to_be_answered,
                       kind in ('PRESERVATION', 'PRESERVATION_ORDER') as keeps,
                       kind in ('MUTUAL_ASSISTANCE', 'ORDER_GIVEN_EFFECT', 'PARTIAL_DISCLOSURE') as obtains,
                       kind in ('EMERGENCY_DISCLOSURE', 'EMERGENCY_ASSISTANCE') as urgent,
                       side = 'REQUESTED' as ours
                  from moment
            )
            """;

    private final JdbcClient jdbc;

    CountedCooperation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Measured between(LocalDate from, LocalDate until) {
        return new Measured(from, until, figures(from, until), refusals(from, until));
    }

    private Map<Gauge, Measured.Figure> figures(LocalDate from, LocalDate until) {
        var figures = new EnumMap<Gauge, Measured.Figure>(Gauge.class);
        jdbc.sql(TIMES + """
                        select * from (
                            select 'ACKNOWLEDGEMENT' as gauge, count(*) as cases,
                                   percentile_cont(0.5) within group (order by to_acknowledge) / 3600 as value
                              from taken where ours and to_acknowledge is not null
                            union all
                            select 'PRESERVATION', count(*), percentile_cont(0.5) within group (order by to_answer) / 3600
                              from taken where ours and keeps and to_answer is not null
                            union all
                            select 'ASSISTANCE', count(*), percentile_cont(0.5) within group (order by to_answer) / 86400
                              from taken where ours and obtains and to_answer is not null
                            union all
                            select 'EMERGENCY', count(*), percentile_cont(0.5) within group (order by to_answer) / 3600
                              from taken where ours and urgent and to_answer is not null
                            union all
                            select 'PRESERVATION_ABROAD', count(*),
                                   percentile_cont(0.5) within group (order by to_be_answered) / 3600
                              from taken where not ours and keeps and to_be_answered is not null
                            union all
                            select 'ASSISTANCE_ABROAD', count(*),
                                   percentile_cont(0.5) within group (order by to_be_answered) / 86400
                              from taken where not ours and obtains and to_be_answered is not null
                            union all
                            select 'PRESERVED_IN_TIME', count(*),
                                   avg(case when preserved < expected_deletion then 1 else 0 end)
                              from taken where keeps and expected_deletion is not null
                               and (preserved is not null or expected_deletion < :now)
                            union all
                            select 'REFUSED', count(*), avg(case when refused is not null then 1 else 0 end)
                              from taken where ours and answered is not null
                            union all
                            select 'REFUSED_ON_A_GROUND', count(*), avg(case when with_ground > 0 then 1 else 0 end)
                              from taken where ours and refused is not null
                            union all
                            select 'REASONED', count(*),
                                   avg(case when content -> 'safeguards' ->> 'necessity' <> ''
                                             and content -> 'safeguards' ->> 'proportionality' <> '' then 1 else 0 end)
                              from taken where not ours and sent is not null
                            union all
                            select 'SENT', count(*), count(*) from taken where not ours and sent is not null
                            union all
                            select 'TAKEN_IN', count(*), count(*) from taken where ours
                        ) counted where cases > 0
                        """)
                .params(days(from, until))
                .param(
                        "now",
                        Times.stored(
                                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((row, _) -> Map.entry(
                        Gauge.valueOf(row.getString("gauge")),
                        new Measured.Figure(row.getDouble("value"), row.getInt("cases"))))
                .list()
                .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        // that nothing was lost is only known where something was asked for
        if (figures.containsKey(Gauge.SENT)) {
            int lost = jdbc.sql(
                            "select count(*) from cooperation.loss where recorded_at >= :from and recorded_at < :until")
                    .params(days(from, until))
                    .query(Integer.class)
                    .single();
            figures.put(Gauge.LOST, new Measured.Figure(lost, (int)
                    figures.get(Gauge.SENT).value()));
        }
        return figures;
    }

    private List<Measured.Refusals> refusals(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select coalesce(step.particulars ->> 'ground', '') as ground, count(*) as refusals
                          from cooperation.request
                          join cooperation.step on step.request = request.id and step.effective and step.event = 'REFUSED'
                         where request.side = 'REQUESTED'
                           and request.opened_at >= :from and request.opened_at < :until
                         group by 1 order by 2 desc, 1
                        """)
                .params(days(from, until))
                .query((row, _) -> new Measured.Refusals(row.getString("ground"), row.getInt("refusals")))
                .list();
    }

    private static Map<String, OffsetDateTime> days(LocalDate from, LocalDate until) {
        return Map.of(
                "from", from.atStartOfDay().atOffset(ZoneOffset.UTC),
                "until", until.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
    }
}
