package org.comity.node.checkup;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The last report; an older one says nothing about the node of today. */
@Repository
@Transactional
class Reports {

    private final JdbcClient database;

    Reports(JdbcClient database) {
        this.database = database;
    }

    void keep(Report report) {
        database.sql("delete from checkup.report").update();
        database.sql("""
                        insert into checkup.report (at, took_millis, lines)
                        values (:at, :took, :lines::jsonb)
                        """)
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("took", report.took().toMillis())
                .param("lines", ReportFormat.keep(report.lines()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Report> last() {
        return database.sql("select at, took_millis, lines from checkup.report order by at desc limit 1")
                .query((row, number) -> ReportFormat.kept(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong("took_millis")),
                        row.getString("lines")))
                .optional();
    }
}
