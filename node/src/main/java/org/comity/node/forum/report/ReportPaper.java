package org.comity.node.forum.report;

import java.util.ArrayList;
import java.util.List;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;

/** A report as a paper in the frame of a language. What delegations agree on stays in the original. */
public final class ReportPaper {

    private ReportPaper() {}

    /** @param rapporteur name of the State that holds the office; may be empty */
    public static Paper of(Report report, FormLanguage language, String rapporteur) {
        var lines = new ArrayList<Line>();
        var code = language.code();
        head(lines, report.masthead(), "en");
        head(lines, ReportPhrases.text(code, "distr-limited"), code);
        head(lines, report.symbol(), "en");
        head(lines, report.date().toString(), "en");
        head(lines, ReportPhrases.text(code, "original." + report.original()), code);
        head(lines, code.equals(report.original()) ? "" : ReportPhrases.text(code, "frame-only"), code);
        head(lines, report.body(), report.original());
        head(lines, report.session(), report.original());
        head(lines, report.place(), report.original());
        var title = ReportPhrases.text(code, report.adopted().isPresent() ? "report" : "draft-report");
        lines.add(line(Style.TITLE, "", title, code));
        if (!rapporteur.isEmpty()) {
            head(lines, ReportPhrases.text(code, "rapporteur", rapporteur), code);
        }
        if (report.model() == Report.Model.ADDENDUM) {
            head(lines, ReportPhrases.text(code, "addendum"), code);
            if (!report.subject().isEmpty()) {
                lines.add(line(Style.CHAPTER, "", report.subject(), report.original()));
            }
        }
        for (var it : report.numbered()) {
            var text = ReportPhrases.of(it.block(), report.original(), code);
            lines.add(new Line(
                    style(it.block().kind()),
                    it.number(),
                    text,
                    text.equals(it.block().text()) ? report.original() : code,
                    it.block().notes()));
        }
        return new Paper(title + ", " + report.body(), report.symbol(), language, lines);
    }

    private static void head(List<Line> lines, String text, String language) {
        if (!text.isEmpty()) {
            lines.add(line(Style.MASTHEAD, "", text, language));
        }
    }

    private static Line line(Style style, String number, String text, String language) {
        return new Line(style, number, text, language, List.of());
    }

    private static Style style(Block.Kind kind) {
        return switch (kind) {
            case CHAPTER -> Style.CHAPTER;
            case SECTION -> Style.SECTION;
            case HEADING -> Style.HEADING;
            case PARAGRAPH -> Style.PARAGRAPH;
            case ITEM, LINE -> Style.ITEM;
        };
    }
}
