package org.comity.node.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.report.YearlyReport;
import org.comity.node.oversight.report.YearlyReports;
import org.comity.node.settings.ComitySettings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is counted, and the reports that are made of it. */
@Controller
@RequestMapping("/oversight")
@PreAuthorize("hasRole('OVERSEER')")
class StatisticsPages {

    private final Statistics statistics;
    private final YearlyReports reports;
    private final CountWords words;
    private final Refusing refusing;
    private final CurrentPerson current;
    private final ComitySettings settings;
    private final Clock clock;

    StatisticsPages(
            Statistics statistics,
            YearlyReports reports,
            CountWords words,
            Refusing refusing,
            CurrentPerson current,
            ComitySettings settings,
            Clock clock) {
        this.statistics = statistics;
        this.reports = reports;
        this.words = words;
        this.refusing = refusing;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/statistics")
    String statistics(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "false") boolean exact,
            Locale locale,
            Model model) {
        var days = Days.asked(from, until, today());
        var universe = Universe.of(of).orElse(Universe.SENT_TO_STATES);
        var year = days.told(today());
        var told = year.filter(_ -> !exact)
                .map(it -> statistics.told(universe, it))
                .orElseGet(() -> statistics.exact(universe, days));
        model.addAttribute("from", days.from());
        model.addAttribute("until", days.until());
        model.addAttribute("universe", universe.token());
        model.addAttribute(
                "universes",
                Arrays.stream(Universe.values()).map(Universe::token).toList());
        model.addAttribute("exact", exact || year.isEmpty());
        model.addAttribute("tellable", year.isPresent());
        model.addAttribute("smallest", statistics.smallest());
        model.addAttribute("none", told.isEmpty());
        model.addAttribute("part", words.part(told, locale));
        return "oversight/statistics";
    }

    /** As it may be told, for a spreadsheet; every number where oversight asks for that. */
    @GetMapping("/statistics.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "false") boolean exact,
            Locale locale) {
        var days = Days.asked(from, until, today());
        var universe = Universe.of(of).orElse(Universe.SENT_TO_STATES);
        var told = exact
                ? statistics.exact(universe, days)
                : refusing.shown(() -> statistics.told(universe, tellable(days)), locale);
        var part = new YearlyReport(
                days.from().getYear(),
                settings.organisation(),
                settings.state(),
                settings.exercise(),
                exact ? 0 : statistics.smallest(),
                "",
                List.of(told));
        return sheet(
                "requests-%s-%s-%s%s"
                        .formatted(universe.token(), days.from(), days.until(), exact ? "-for-oversight-only" : ""),
                part.csv());
    }

    private Year tellable(Days days) {
        return days.told(today())
                .orElseThrow(() -> new OversightRefused("from", Said.of("oversight.refused.overlapping")));
    }

    static ResponseEntity<byte[]> sheet(String name, String csv) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/reports")
    String reports(Model model, Locale locale) {
        return reports(Year.from(today()).minusYears(1), new FormErrors(), model, locale);
    }

    /** As it would be published. */
    @GetMapping("/reports/{year:[0-9]{4}}")
    String prepared(@PathVariable int year, Model model, Locale locale) {
        return reports(Year.of(year), new FormErrors(), model, locale);
    }

    @PostMapping("/reports/{year:[0-9]{4}}")
    String publish(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        return refusing.with(
                () -> {
                    reports.publish(current.require(), Year.of(year), note);
                    next.addFlashAttribute("said", "published");
                    return "redirect:/oversight/reports/" + year;
                },
                errors -> reports(Year.of(year), errors, model, locale),
                locale);
    }

    private String reports(Year year, FormErrors errors, Model model, Locale locale) {
        var now = Year.from(today());
        model.addAttribute("year", year.getValue());
        model.addAttribute(
                "years",
                IntStream.rangeClosed(0, 4)
                        .map(back -> now.getValue() - back)
                        .boxed()
                        .toList());
        model.addAttribute("over", reports.isOver(year));
        model.addAttribute("hardlyChanged", reports.hardlyChanged(year));
        model.addAttribute("published", reports.latest(year).orElse(null));
        model.addAttribute(
                "parts",
                reports.prepared(year).parts().stream()
                        .map(part -> words.part(part, locale))
                        .toList());
        model.addAttribute("smallest", statistics.smallest());
        model.addAttribute("errors", errors);
        return "oversight/reports";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
