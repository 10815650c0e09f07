package org.comity.node.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A {@link Paper} as a document that people go on writing in: headings are headings, footnotes are footnotes. */
final class PaperDocx {

    private static final String INK = "1A1F27";
    private static final String QUIET = "4A5563";

    private PaperDocx() {}

    static byte[] of(Paper paper) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(paper.title());
            document.getProperties().getCoreProperties().setSubjectProperty(paper.reference());
            Docx.headings(document);
            paper.lines().forEach(line -> write(document, line));
            var foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            Docx.run(foot, paper.reference(), "en", false, 8, QUIET);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the report as DOCX.", e);
        }
    }

    private static void write(XWPFDocument document, Paper.Line line) {
        var paragraph = document.createParagraph();
        var rightToLeft = line.direction().equals("rtl");
        paragraph.setSpacingAfter(line.style() == Paper.Style.MASTHEAD ? 0 : 120);
        switch (line.style()) {
            case TITLE -> paragraph.setStyle("Heading1");
            case CHAPTER -> paragraph.setStyle("Heading2");
            case SECTION -> paragraph.setStyle("Heading3");
            case ITEM -> paragraph.setIndentationLeft(560);
            case MASTHEAD, HEADING, PARAGRAPH -> {
                // as the text stands
            }
        }
        Docx.direct(paragraph, rightToLeft);
        var heading = switch (line.style()) {
            case TITLE, CHAPTER, SECTION, HEADING -> true;
            case MASTHEAD, PARAGRAPH, ITEM -> false;
        };
        paragraph.setKeepNext(heading);
        Docx.run(
                        paragraph,
                        line.number().isEmpty() ? line.text() : line.number() + " " + line.text(),
                        line.language(),
                        rightToLeft,
                        line.style() == Paper.Style.TITLE ? 16 : heading ? 12 : 11,
                        line.style() == Paper.Style.MASTHEAD ? QUIET : INK)
                .setBold(heading);
        for (var note : line.notes()) {
            var footnote = document.createFootnote();
            Docx.run(footnote.createParagraph(), note, line.language(), rightToLeft, 9, INK);
            paragraph.addFootnoteReference(footnote);
        }
    }
}
