package org.comity.node.oversight.api;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.comity.node.frame.Described;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.report.YearlyReports;
import org.comity.node.oversight.report.YearlyReports.Published;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Transparency reports that were published; anyone may read them. */
@RestController
@RequestMapping("/api/v1/transparency")
class TransparencyForPrograms {

    private final YearlyReports reports;

    TransparencyForPrograms(YearlyReports reports) {
        this.reports = reports;
    }

    record ReportJson(int year, int version, Instant publishedAt, String sha256, String note, boolean exercise) {
        static ReportJson of(Published it) {
            return new ReportJson(
                    it.report().year(),
                    it.version(),
                    it.publishedAt(),
                    it.sha256(),
                    it.note(),
                    it.report().exercise());
        }
    }

    record WholeReportJson(
            ReportJson report, String organisation, String state, int smallest, String law, List<FigureJson> figures) {}

    @Described("Which years have a published report, the newest first")
    @GetMapping
    List<ReportJson> transparencyReports() {
        return reports.all().stream().map(ReportJson::of).toList();
    }

    @Described("A year's report as it was published last")
    @GetMapping("/{year}")
    WholeReportJson transparencyReport(@PathVariable int year) {
        var it = reports.latest(Year.of(year)).orElseThrow(OversightRefused::notThere);
        return new WholeReportJson(
                ReportJson.of(it),
                it.report().organisation(),
                it.report().state(),
                it.report().smallest(),
                it.report().law(),
                FigureJson.of(it.report()));
    }
}
