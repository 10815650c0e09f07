package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.Measure;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.HistoryChart;
import org.comity.node.legislation.lab.OpenPairs;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many pairs stood open, month by month. */
@Controller
class HistoryPages {

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;

    HistoryPages(Worlds worlds, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/law/lab/history")
    String history(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        lab.show(model);
        if (lab.refused()) {
            return LabPages.refused("history", model, response);
        }
        Optional<OpenPairs> history = worlds.history(lab.law(), lab.question());
        if (history.isEmpty()) {
            return LabPages.working("history", model, response);
        }
        Measure shown = lab.question().measure();
        model.addAttribute("chart", HistoryChart.of(history.get(), shown));
        model.addAttribute("history", history.get());
        model.addAttribute("steps", history.get().steps(shown));
        return "legislation/lab-history";
    }

    @GetMapping("/law/lab/history.csv")
    ResponseEntity<String> download(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        if (lab.refused()) {
            return ResponseEntity.badRequest().build();
        }
        return worlds.history(lab.law(), lab.question())
                .map(history -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"open-pairs.csv\"")
                        .body(table(history)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "2")
                        .build());
    }

    private static String table(OpenPairs history) {
        List<Measure> measures = history.measures();
        Stream<String> head =
                Stream.of("month," + measures.stream().map(Measure::code).collect(Collectors.joining(",")));
        Stream<String> rows = history.points().stream()
                .map(point -> point.month() + ","
                        + measures.stream()
                                .map(measure -> Integer.toString(point.of(measure)))
                                .collect(Collectors.joining(",")));
        return Stream.concat(head, rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
