package org.comity.node.oversight.api;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.comity.node.frame.Described;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.report.YearlyReport;
import org.comity.node.oversight.report.YearlyReports;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is counted. */
@RestController
@RequestMapping("/api/v1/oversight")
class CountsForPrograms {

    private final Statistics statistics;
    private final YearlyReports reports;
    private final CurrentPerson current;
    private final ComitySettings settings;
    private final Clock clock;

    CountsForPrograms(
            Statistics statistics, YearlyReports reports, CurrentPerson current, ComitySettings settings, Clock clock) {
        this.statistics = statistics;
        this.reports = reports;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param exact every number, for oversight only; else a number below smallest is withheld: null */
    record CountsJson(
            LocalDate from,
            LocalDate until,
            String of,
            boolean exercise,
            boolean exact,
            int smallest,
            List<FigureJson> figures) {}

    /**
     * @param over whether it can be published
     * @param published the last version that is public; null where there is none
     * @param hardlyChanged how many numbers differ from that version by so little that the difference points at a few requests
     */
    record PreparedReport(
            int year, boolean over, @Nullable Integer published, int hardlyChanged, List<FigureJson> figures) {}

    /** @param note what is corrected; asked for where there is a version already */
    record Publication(@Nullable String note) {}

    @Described("A year's transparency report as it would be published now")
    @GetMapping("/reports/{year}")
    PreparedReport preparedReport(@PathVariable int year) {
        Overseeing.reader(current.require());
        return prepared(Year.of(year));
    }

    @Described(value = "Publishes a year's transparency report for everybody", answer = 201, decides = true)
    @PostMapping("/reports/{year}")
    ResponseEntity<PreparedReport> publishReport(@PathVariable int year, @RequestBody Publication publication) {
        reports.publish(current.require(), Year.of(year), Objects.requireNonNullElse(publication.note(), ""));
        return ResponseEntity.created(URI.create("/api/v1/transparency/" + year))
                .body(prepared(Year.of(year)));
    }

    private PreparedReport prepared(Year year) {
        return new PreparedReport(
                year.getValue(),
                reports.isOver(year),
                reports.latest(year).map(YearlyReports.Published::version).orElse(null),
                reports.hardlyChanged(year),
                FigureJson.of(reports.prepared(year)));
    }

    @Described("What may be told of the requests of a whole year that is over, last year unless asked otherwise;"
            + " other days only with exact, for oversight alone")
    @GetMapping("/statistics")
    CountsJson statistics(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "false") boolean exact) {
        Overseeing.reader(current.require());
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var days = from.isBlank() && until.isBlank()
                ? Days.of(Year.from(today).minusYears(1))
                : Days.asked(from, until, today);
        var universe = Universe.of(of).orElse(Universe.SENT_TO_STATES);
        var counted = exact
                ? statistics.exact(universe, days)
                : statistics.told(
                        universe,
                        days.told(today)
                                .orElseThrow(
                                        () -> new OversightRefused("from", Said.of("oversight.refused.overlapping"))));
        var smallest = exact ? 0 : statistics.smallest();
        return new CountsJson(
                days.from(),
                days.until(),
                universe.token(),
                settings.exercise(),
                exact,
                smallest,
                FigureJson.of(new YearlyReport(
                        days.from().getYear(),
                        settings.organisation(),
                        settings.state(),
                        settings.exercise(),
                        smallest,
                        "",
                        List.of(counted))));
    }
}
