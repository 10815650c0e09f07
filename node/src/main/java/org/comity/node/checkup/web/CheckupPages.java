package org.comity.node.checkup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.checkup.Checkup;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Report;
import org.comity.node.checkup.ReportFormat;
import org.comity.node.checkup.Subject;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The node tries itself, and says in words what works. */
@Controller
@RequestMapping("/checkup")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CheckupPages {

    /** A browser that is told so looks again by itself, with or without JavaScript. */
    private static final String LOOK_AGAIN = "Refresh";

    private static final String AFTER_SECONDS = "1";

    private final Checkup checkup;
    private final MessageSource words;

    CheckupPages(Checkup checkup, MessageSource words) {
        this.checkup = checkup;
        this.words = words;
    }

    /** All that was found on one subject. */
    record Row(String subject, String tried, List<Found> found) {}

    /** @param verdict for the mark beside it */
    record Found(
            String verdict,
            String verdictWords,
            String text,
            @Nullable String toDo) {}

    @GetMapping
    String show(Model model, HttpServletResponse response) {
        var progress = checkup.progress();
        progress.ifPresent(now -> {
            response.setHeader(LOOK_AGAIN, AFTER_SECONDS);
            model.addAttribute("now", in(now.now().said()));
            model.addAttribute("number", now.number());
            model.addAttribute("of", now.of());
        });
        var last = checkup.last();
        model.addAttribute("running", progress.isPresent());
        model.addAttribute("rows", last.map(this::rows).orElse(List.of()));
        model.addAttribute("well", last.map(Report::isWell).orElse(false));
        model.addAttribute("at", last.map(CheckupPages::at).orElse(""));
        return "checkup/checkup";
    }

    @PostMapping
    String run() {
        checkup.begin();
        return "redirect:/checkup";
    }

    @GetMapping("/report.txt")
    ResponseEntity<String> text() {
        return file("comity-self-test.txt", MediaType.TEXT_PLAIN, ReportFormat.text(checkup.node(), require()));
    }

    @GetMapping("/report.json")
    ResponseEntity<String> json() {
        return file("comity-self-test.json", MediaType.APPLICATION_JSON, ReportFormat.json(checkup.node(), require()));
    }

    private Report require() {
        return checkup.last().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<String> file(String name, MediaType type, String content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(content);
    }

    private List<Row> rows(Report report) {
        var rows = new ArrayList<Row>();
        for (var subject : Subject.values()) {
            var found = report.lines().stream()
                    .filter(line -> line.subject() == subject)
                    .map(line -> found(line.finding()))
                    .toList();
            if (!found.isEmpty()) {
                rows.add(new Row(in(subject.said()), in(subject.tried()), found));
            }
        }
        return rows;
    }

    private Found found(Finding finding) {
        return new Found(
                finding.verdict().token(),
                in(finding.verdict().said()),
                in(finding.said()),
                finding.toDo().map(this::in).orElse(null));
    }

    private String in(Said said) {
        return words.getMessage(said, LocaleContextHolder.getLocale());
    }

    private static String at(Report report) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", LocaleContextHolder.getLocale())
                .format(report.at().atOffset(ZoneOffset.UTC));
    }

    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        NavigationEntry checkupEntry() {
            return NavigationEntry.of(95, "checkup.title", "/checkup")
                    .onlyFor("ADMINISTRATOR")
                    .asMinor();
        }
    }
}
