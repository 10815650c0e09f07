package org.comity.node.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Locale;
import org.comity.node.documents.Rendering;
import org.comity.node.oversight.report.YearlyReports;
import org.comity.node.oversight.report.YearlyReports.Published;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The transparency reports that were published, for everybody. */
@Controller
@RequestMapping("/transparency")
class PublicReportPages {

    private final YearlyReports reports;
    private final CountWords words;
    private final ReportPaper paper;
    private final Rendering rendering;

    PublicReportPages(YearlyReports reports, CountWords words, ReportPaper paper, Rendering rendering) {
        this.reports = reports;
        this.words = words;
        this.paper = paper;
        this.rendering = rendering;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("published", reports.all());
        return "oversight/transparency";
    }

    @GetMapping("/{year:[0-9]{4}}")
    String one(@PathVariable int year, Model model, Locale locale) {
        var published = published(year);
        model.addAttribute("it", published);
        model.addAttribute(
                "parts",
                published.report().parts().stream()
                        .map(part -> words.part(part, locale))
                        .toList());
        return "oversight/transparency-year";
    }

    @GetMapping("/{year:[0-9]{4}}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable int year) {
        return file(year, "pdf", MediaType.APPLICATION_PDF_VALUE, rendering.pdf(paper.of(published(year))));
    }

    @GetMapping("/{year:[0-9]{4}}.csv")
    ResponseEntity<byte[]> csv(@PathVariable int year) {
        return file(
                year,
                "csv",
                "text/csv;charset=UTF-8",
                published(year).report().csv().getBytes(StandardCharsets.UTF_8));
    }

    private Published published(int year) {
        return reports.latest(Year.of(year)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(int year, String ending, String type, byte[] body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("transparency-%d.%s".formatted(year, ending))
                                .build()
                                .toString())
                .body(body);
    }
}
