package org.comity.node.oversight.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.node.frame.Described;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.report.YearlyReport;
import org.comity.node.settings.ComitySettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is counted. */
@RestController
@RequestMapping("/api/v1/oversight")
class CountsForPrograms {

    private final Statistics statistics;
    private final CurrentPerson current;
    private final ComitySettings settings;
    private final Clock clock;

    CountsForPrograms(Statistics statistics, CurrentPerson current, ComitySettings settings, Clock clock) {
        this.statistics = statistics;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param smallest a smaller number is withheld: null */
    record CountsJson(
            LocalDate from, LocalDate until, String of, boolean exercise, int smallest, List<FigureJson> figures) {}

    @Described("What may be told of the requests of some days, this year so far unless asked otherwise")
    @GetMapping("/statistics")
    CountsJson statistics(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String of) {
        Overseeing.reader(current.require());
        var days = Days.asked(from, until, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        var universe = Universe.of(of).orElse(Universe.SENT_TO_STATES);
        var told = new YearlyReport(
                days.from().getYear(),
                settings.organisation(),
                settings.state(),
                settings.exercise(),
                statistics.smallest(),
                "",
                List.of(statistics.told(universe, days)));
        return new CountsJson(
                days.from(),
                days.until(),
                universe.token(),
                settings.exercise(),
                statistics.smallest(),
                FigureJson.of(told));
    }
}
