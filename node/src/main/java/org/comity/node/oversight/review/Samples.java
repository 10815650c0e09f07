package org.comity.node.oversight.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.review.Drawing.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drawings, what was drawn, and what was found. */
@Repository
class Samples {

    private static final String ALL = """
            select sample.*,
                   (select count(*) from oversight.sampled where sampled.sample = sample.number) as size,
                   (select count(*) from (
                        select request from oversight.verdict where verdict.sample = sample.number
                         group by request having count(distinct point) = :points) as whole) as checked
              from oversight.sample
            """;

    private final JdbcClient jdbc;

    Samples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From which can be drawn, at any time the same for days that are over. */
    List<Case> population(String side, boolean toProvider, Days days) {
        return jdbc.sql("""
                        select id, kind from oversight.request_fact
                         where side = :side and to_provider = :toProvider and asked_at >= :from and asked_at < :until
                         order by id
                        """)
                .param("side", side)
                .param("toProvider", toProvider)
                .param("from", days.start())
                .param("until", days.end())
                .query((row, _) -> new Case(row.getObject("id", UUID.class), row.getString("kind")))
                .list();
    }

    int add(Sample it, OffsetDateTime at) {
        return jdbc.sql("""
                        insert into oversight.sample
                            (name, of, from_day, until_day, each, seed, population, population_sha256, drawn_by, drawn_at)
                        values (:name, :of, :from, :until, :each, :seed, :population, :sha256, :by, :at) returning number
                        """)
                .param("name", it.name())
                .param("of", it.of())
                .param("from", it.from())
                .param("until", it.until())
                .param("each", it.each())
                .param("seed", it.seed())
                .param("population", it.population())
                .param("sha256", it.populationSha256())
                .param("by", it.drawnBy())
                .param("at", at)
                .query(Integer.class)
                .single();
    }

    void addDrawn(int sample, Drawing.Drawn drawn) {
        jdbc.sql(
                        "insert into oversight.sampled (sample, request, stratum, place) values (:sample, :request, :kind, :place)")
                .param("sample", sample)
                .param("request", drawn.it().id())
                .param("kind", drawn.it().kind())
                .param("place", drawn.place())
                .update();
    }

    List<Sample> all() {
        return jdbc.sql(ALL + " order by number desc")
                .param("points", Point.values().length)
                .query(Samples::read)
                .list();
    }

    Optional<Sample> find(int number) {
        return jdbc.sql(ALL + " where number = :number")
                .param("points", Point.values().length)
                .param("number", number)
                .query(Samples::read)
                .optional();
    }

    /** One that was drawn. @param points how many have a verdict */
    record Row(UUID request, String reference, String kind, int place, int points, int doubts, int findings) {}

    List<Row> drawn(int sample) {
        return jdbc.sql("""
                        select sampled.request, request.reference, sampled.stratum, sampled.place,
                               count(last.point) as points,
                               count(last.point) filter (where last.verdict in ('doubtful', 'not-in-order')) as doubts,
                               (select count(*) from oversight.finding
                                 where finding.sample = sampled.sample and finding.request = sampled.request) as findings
                          from oversight.sampled
                          join cooperation.request on request.id = sampled.request
                          left join lateral (
                               select distinct on (point) point, verdict from oversight.verdict
                                where verdict.sample = sampled.sample and verdict.request = sampled.request
                                order by point, number desc) as last on true
                         where sampled.sample = :sample
                         group by sampled.sample, sampled.request, request.reference, sampled.stratum, sampled.place
                         order by sampled.place
                        """)
                .param("sample", sample)
                .query((row, _) -> new Row(
                        row.getObject("request", UUID.class),
                        row.getString("reference"),
                        row.getString("stratum"),
                        row.getInt("place"),
                        row.getInt("points"),
                        row.getInt("doubts"),
                        row.getInt("findings")))
                .list();
    }

    boolean isDrawn(int sample, UUID request) {
        return jdbc.sql("select exists (select from oversight.sampled where sample = :sample and request = :request)")
                .param("sample", sample)
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    void addVerdict(int sample, UUID request, ReviewingSafeguards.Found found, OffsetDateTime at) {
        jdbc.sql("""
                        insert into oversight.verdict (sample, request, point, verdict, remark, by, at)
                        values (:sample, :request, :point, :verdict, :remark, :by, :at)
                        """)
                .param("sample", sample)
                .param("request", request)
                .param("point", found.point().token())
                .param("verdict", found.verdict().token())
                .param("remark", found.remark())
                .param("by", found.by())
                .param("at", at)
                .update();
    }

    /** The last on each point. */
    List<ReviewingSafeguards.Found> verdicts(int sample, UUID request) {
        return jdbc.sql("""
                        select distinct on (point) * from oversight.verdict
                         where sample = :sample and request = :request order by point, number desc
                        """)
                .param("sample", sample)
                .param("request", request)
                .query((row, _) -> new ReviewingSafeguards.Found(
                        Point.of(row.getString("point")).orElseThrow(),
                        Point.Verdict.of(row.getString("verdict")).orElseThrow(),
                        row.getString("remark"),
                        row.getString("by")))
                .list();
    }

    private static Sample read(ResultSet row, int number) throws SQLException {
        return new Sample(
                row.getInt("number"),
                row.getString("name"),
                row.getString("of"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getInt("each"),
                row.getString("seed"),
                row.getInt("population"),
                row.getString("population_sha256"),
                row.getString("drawn_by"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                row.getInt("checked"));
    }
}
