package org.comity.node.oversight.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightJson;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightStep;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a year's report and publishes it when a person says so. What was published stays as it was, and a correction stands
 * after it. A report of an exercise says so and is shown only by a node that plays.
 */
@Service
public class YearlyReports {

    private final Statistics statistics;
    private final CurrentLaw law;
    private final ComitySettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearlyReports(
            Statistics statistics,
            CurrentLaw law,
            ComitySettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.statistics = statistics;
        this.law = law;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param note what was corrected; empty in the first version */
    public record Published(
            YearlyReport report, int version, String sha256, String note, String publishedBy, Instant publishedAt) {}

    /** As it would be published now. */
    public YearlyReport prepared(Year year) {
        return new YearlyReport(
                year.getValue(),
                settings.organisation(),
                settings.state(),
                settings.exercise(),
                statistics.smallest(),
                law.now().version(),
                Arrays.stream(Universe.values())
                        .map(universe -> statistics.told(universe, year))
                        .filter(told -> !told.isEmpty())
                        .toList());
    }

    /** How many numbers a correction would change by so little that whoever kept the earlier version learns of a few requests. */
    public int hardlyChanged(Year year) {
        return latest(year)
                .map(it -> prepared(year).hardlyChanged(it.report()).size())
                .orElse(0);
    }

    public boolean isOver(Year year) {
        return year.isBefore(Year.from(today()));
    }

    @Transactional
    public Published publish(Person by, Year year, String note) {
        Overseeing.overseer(by);
        if (!isOver(year)) {
            throw new OversightRefused("year", Said.of("oversight.refused.year", String.valueOf(year.getValue())));
        }
        var before = latest(year);
        if (before.isPresent() && note.isBlank()) {
            throw new OversightRefused("note", Said.of("oversight.refused.correction"));
        }
        var content = OversightJson.write(prepared(year));
        var version = before.map(it -> it.version() + 1).orElse(1);
        var sha256 = OversightJson.sha256(content);
        jdbc.sql("""
                        insert into oversight.published_report
                            (year, version, content, sha256, exercise, note, published_by, published_at)
                        values (:year, :version, :content::jsonb, :sha256, :exercise, :note, :by, :now)
                        """)
                .param("year", year.getValue())
                .param("version", version)
                .param("content", content)
                .param("sha256", sha256)
                .param("exercise", settings.exercise())
                .param("note", note.strip())
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(OversightStep.of(
                "report/" + year, "report-published", by, Map.of("version", version, "sha256", sha256)));
        return latest(year).orElseThrow();
    }

    /** The last one of each year, the newest year first. */
    public List<Published> all() {
        return which("order by year desc", Map.of());
    }

    public Optional<Published> latest(Year year) {
        return which("and year = :year", Map.of("year", year.getValue())).stream()
                .findFirst();
    }

    private List<Published> which(String which, Map<String, ?> about) {
        return jdbc.sql("""
                        select * from oversight.published_report it
                         where exercise = :exercise
                           and version = (select max(version) from oversight.published_report later where later.year = it.year)
                        """ + which)
                .param("exercise", settings.exercise())
                .params(about)
                .query((row, _) -> new Published(
                        OversightJson.read(row.getString("content"), YearlyReport.class),
                        row.getInt("version"),
                        row.getString("sha256"),
                        row.getString("note"),
                        row.getString("published_by"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
