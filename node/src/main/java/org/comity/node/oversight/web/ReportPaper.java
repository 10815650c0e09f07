package org.comity.node.oversight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;
import org.comity.node.oversight.report.YearlyReports.Published;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A published report on paper: each row of a table as a line that can be read aloud. */
@Component
class ReportPaper {

    private static final Locale ENGLISH = Locale.ENGLISH;

    private final CountWords counts;
    private final MessageSource words;

    ReportPaper(CountWords counts, MessageSource words) {
        this.counts = counts;
        this.words = words;
    }

    Paper of(Published published) {
        var report = published.report();
        var title = say("oversight.paper.title", String.valueOf(report.year()));
        var lines = new ArrayList<Line>();
        line(lines, Style.MASTHEAD, report.organisation());
        if (report.exercise()) {
            line(lines, Style.MASTHEAD, say("oversight.paper.exercise"));
        }
        line(lines, Style.TITLE, title);
        line(
                lines,
                Style.PARAGRAPH,
                say("oversight.paper.published", published.publishedAt().toString(), published.version()));
        if (!published.note().isEmpty()) {
            line(lines, Style.PARAGRAPH, say("oversight.paper.corrected", published.note()));
        }
        line(lines, Style.PARAGRAPH, say("oversight.withheld-text", report.smallest()));
        if (report.parts().isEmpty()) {
            line(lines, Style.PARAGRAPH, say("oversight.nothing-counted"));
        }
        report.parts().forEach(part -> part(lines, counts.part(part, ENGLISH)));
        line(lines, Style.PARAGRAPH, say("oversight.paper.sha256", published.sha256()));
        return new Paper(
                title, "%s %d".formatted(say("oversight.paper.foot"), report.year()), FormLanguage.ENGLISH, lines);
    }

    private void part(List<Line> lines, CountWords.Part part) {
        line(lines, Style.CHAPTER, "%s: %s".formatted(part.title(), part.total()));
        for (var table : part.tables()) {
            line(lines, Style.SECTION, table.title());
            for (var row : table.rows()) {
                line(lines, Style.ITEM, row.label() + ": " + numbers(table, row));
            }
        }
        if (!part.safeguards().isEmpty()) {
            line(lines, Style.SECTION, say("oversight.safeguards"));
            part.safeguards()
                    .forEach(it ->
                            line(lines, Style.ITEM, say("oversight.paper.safeguard", it.label(), it.with(), it.of())));
        }
        if (!part.times().isEmpty()) {
            line(lines, Style.SECTION, say("oversight.times"));
            part.times()
                    .forEach(it -> line(
                            lines,
                            Style.ITEM,
                            say("oversight.paper.time", it.kind(), it.step(), it.likely(), it.late())));
        }
    }

    private static String numbers(CountWords.Table table, CountWords.Row row) {
        var all = row.numbers().getFirst();
        return table.columns().isEmpty()
                ? all
                : IntStream.range(0, table.columns().size())
                        .mapToObj(at ->
                                table.columns().get(at) + " " + row.numbers().get(at + 1))
                        .collect(Collectors.joining(", ", all + " (", ")"));
    }

    private static void line(List<Line> lines, Style style, String text) {
        lines.add(new Line(style, "", text, "en", List.of()));
    }

    private String say(String key, Object... about) {
        return words.getMessage(key, about, ENGLISH);
    }
}
