package org.comity.node.checkup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.checkup.Finding.Verdict;
import org.comity.node.checkup.Report.Line;
import org.comity.node.frame.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as text and as JSON for those who get it, in English, and as this node keeps it, in no language yet. */
public final class ReportFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportFormat() {}

    /** For a terminal, or to be sent to whoever helps. */
    public static String text(String node, Report report) {
        return Said.of(
                                report.isWell() ? "checkup.text.well" : "checkup.text.failed",
                                node,
                                report.at().toString(),
                                Long.toString(report.took().toSeconds()))
                        .inEnglish()
                + "\n\n"
                + report.lines().stream().map(ReportFormat::text).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String text(Line line) {
        var finding = line.finding();
        var said = "%-11s %-13s %s"
                .formatted(
                        finding.verdict().said().inEnglish(),
                        line.subject().said().inEnglish(),
                        finding.said().inEnglish());
        return said
                + finding.toDo()
                        .map(toDo -> "\n%25s %s".formatted("→", toDo.inEnglish()))
                        .orElse("");
    }

    /** For programs. */
    public static String json(String node, Report report) {
        var checks = new ArrayList<Map<String, String>>();
        for (var line : report.lines()) {
            var check = new LinkedHashMap<String, String>();
            check.put("subject", line.subject().token());
            check.put("tried", line.subject().tried().inEnglish());
            check.put("verdict", line.finding().verdict().token());
            check.put("found", line.finding().said().inEnglish());
            line.finding().toDo().ifPresent(toDo -> check.put("to-do", toDo.inEnglish()));
            checks.add(check);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("node", node);
        all.put("at", report.at().toString());
        all.put("took", report.took().toString());
        all.put("well", report.isWell());
        all.put("checks", checks);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private record KeptLine(Subject subject, Verdict verdict, Said said, Optional<Said> toDo) {}

    static String keep(List<Line> lines) {
        return JSON.writeValueAsString(lines.stream()
                .map(line -> new KeptLine(
                        line.subject(),
                        line.finding().verdict(),
                        line.finding().said(),
                        line.finding().toDo()))
                .toList());
    }

    static Report kept(Instant at, Duration took, String lines) {
        return new Report(
                at,
                took,
                JSON.readTree(lines).valueStream().map(ReportFormat::line).toList());
    }

    private static Line line(JsonNode kept) {
        return new Line(
                Subject.valueOf(kept.path("subject").stringValue()),
                new Finding(
                        Verdict.valueOf(kept.path("verdict").stringValue()),
                        said(kept.path("said")),
                        Optional.of(kept.path("toDo"))
                                .filter(JsonNode::isObject)
                                .map(ReportFormat::said)));
    }

    /** What a sentence is about is text, or a sentence again. */
    private static Said said(JsonNode kept) {
        return new Said(
                kept.path("key").stringValue(),
                kept.path("about")
                        .valueStream()
                        .map(about -> about.isObject() ? said(about) : about.asString())
                        .toList());
    }
}
