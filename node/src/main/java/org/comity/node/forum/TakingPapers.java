package org.comity.node.forum;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Rendering;
import org.comity.node.forum.report.AkomaNtoso;
import org.comity.node.forum.report.Report;
import org.comity.node.forum.report.ReportPaper;
import org.springframework.stereotype.Component;

/** What the forum writes, as files. */
@Component
public class TakingPapers {

    private final Rendering rendering;
    private final StateNames names;

    TakingPapers(Rendering rendering, StateNames names) {
        this.rendering = rendering;
        this.names = names;
    }

    /** A report in the frame of a language; empty for a format or a language that there is not. */
    public Optional<TakenFile> report(Report report, String format, String in) {
        return FormLanguage.of(in).flatMap(language -> {
            if (format.equals("xml")) {
                return Optional.of(text("application/akn+xml", AkomaNtoso.of(report, in)));
            }
            var rapporteur = report.rapporteur().isEmpty() ? "" : names.on(report.rapporteur(), report.date(), in);
            return paper(ReportPaper.of(report, language, rapporteur), format);
        });
    }

    public Optional<TakenFile> paper(Paper paper, String format) {
        return switch (format) {
            case "html" -> Optional.of(text("text/html;charset=UTF-8", rendering.html(paper)));
            case "pdf" -> Optional.of(new TakenFile("application/pdf", rendering.pdf(paper)));
            case "docx" ->
                Optional.of(new TakenFile(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        rendering.docx(paper)));
            default -> Optional.empty();
        };
    }

    private static TakenFile text(String type, String text) {
        return new TakenFile(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
