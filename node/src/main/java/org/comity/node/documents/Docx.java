package org.comity.node.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.comity.node.documents.Sheet.Block;
import org.comity.node.documents.Sheet.Entry;
import org.comity.node.documents.Sheet.Line;
import org.comity.node.documents.Sheet.Nested;
import org.comity.node.documents.Sheet.Pair;
import org.comity.node.documents.Sheet.Part;
import org.comity.node.documents.Sheet.Run;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** A form that a word processor opens: headings that can be walked, one table a section, right to left where the text is. */
final class Docx {

    private static final String INK = "26456E";
    private static final String QUIET = "4A5563";
    private static final String REMARK = "6B4E00";
    private static final int BODY = 10;

    private final XWPFDocument document = new XWPFDocument();
    private final Sheet sheet;

    private Docx(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet) {
        return new Docx(sheet).write();
    }

    private byte[] write() {
        try (document;
                var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(sheet.title());
            document.getProperties().getCoreProperties().setSubjectProperty(sheet.reference());
            document.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setLanguageProperty(sheet.target().code());
            headings(document);
            head();
            sheet.parts().forEach(this::part);
            foot();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the form as DOCX.", e);
        }
    }

    /** A new document knows no styles; readers that jump from heading to heading need these. */
    static void headings(XWPFDocument document) {
        var styles = document.createStyles();
        for (int level = 1; level <= 3; level++) {
            var style = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
            style.setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType.PARAGRAPH);
            style.setStyleId("Heading" + level);
            style.addNewName().setVal("heading " + level);
            style.addNewQFormat();
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
        }
    }

    private void head() {
        for (int at = 0; at < sheet.languages().size(); at++) {
            var language = sheet.languages().get(at);
            var title = document.createParagraph();
            title.setStyle("Heading1");
            direct(title, language.isRightToLeft());
            run(title, sheet.titles().get(at), language.code(), language.isRightToLeft(), 16, "1A1F27")
                    .setBold(true);
            for (var notice : sheet.notices().get(at)) {
                var paragraph = document.createParagraph();
                direct(paragraph, language.isRightToLeft());
                run(paragraph, notice, language.code(), language.isRightToLeft(), 9, REMARK);
            }
        }
    }

    private void part(Part part) {
        var target = sheet.target();
        var heading = document.createParagraph();
        heading.setStyle("Heading2");
        heading.setKeepNext(true);
        heading.setSpacingBefore(200);
        heading.setPageBreak(part.apart());
        direct(heading, target.isRightToLeft());
        run(heading, part.heading(), target.code(), target.isRightToLeft(), 11, INK)
                .setBold(true);
        var table = table(document.createTable(part.rows().size(), 2), target.isRightToLeft() && !sheet.isSideBySide());
        for (int at = 0; at < part.rows().size(); at++) {
            var entries = part.rows().get(at).entries();
            var row = table.getRow(at);
            if (sheet.isSideBySide()) {
                for (int column = 0; column < entries.size(); column++) {
                    fill(
                            row.getCell(column),
                            entries.get(column),
                            sheet.languages().get(column));
                }
            } else {
                label(row.getCell(0), entries.getFirst().label(), target);
                blocks(row.getCell(1), entries.getFirst().blocks(), target);
            }
        }
    }

    private XWPFTable table(XWPFTable table, boolean rightToLeft) {
        table.setWidth("100%");
        var properties = table.getCTTbl().getTblPr();
        if (rightToLeft) {
            properties.addNewBidiVisual();
        }
        table.getRows().forEach(row -> {
            row.getCell(0).setWidth(sheet.isSideBySide() ? "50%" : "32%");
            row.getCell(1).setWidth(sheet.isSideBySide() ? "50%" : "68%");
        });
        var light = "CFD5DD";
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, light);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, light);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, light);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, light);
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, light);
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, light);
        return table;
    }

    private void fill(XWPFTableCell cell, Entry entry, FormLanguage language) {
        label(cell, entry.label(), language);
        blocks(cell, entry.blocks(), language);
    }

    private void label(XWPFTableCell cell, String label, FormLanguage language) {
        var paragraph = next(cell);
        direct(paragraph, language.isRightToLeft());
        run(paragraph, label, language.code(), language.isRightToLeft(), BODY, QUIET);
    }

    private void blocks(XWPFTableCell cell, List<Block> blocks, FormLanguage language) {
        for (var block : blocks) {
            switch (block) {
                case Line line -> line(cell, line);
                case Pair(var original, var translation) -> {
                    original.forEach(line -> line(cell, line));
                    translation.forEach(line -> line(cell, line));
                }
                case Nested(var entries) -> entries.forEach(entry -> fill(cell, entry, language));
            }
        }
    }

    private void line(XWPFTableCell cell, Line line) {
        var paragraph = next(cell);
        var rightToLeft = line.direction().equals("rtl");
        direct(paragraph, rightToLeft);
        for (Run run : line.runs()) {
            run(
                    paragraph,
                    run.text(),
                    line.language(),
                    rightToLeft && !run.foreign(),
                    line.isNote() ? 9 : BODY,
                    line.isNote() ? REMARK : "1A1F27");
        }
    }

    /** A new cell already has one empty paragraph. */
    private static XWPFParagraph next(XWPFTableCell cell) {
        var first = cell.getParagraphs().getFirst();
        var paragraph = first.getRuns().isEmpty() ? first : cell.addParagraph();
        paragraph.setSpacingAfter(40);
        return paragraph;
    }

    static void direct(XWPFParagraph paragraph, boolean rightToLeft) {
        if (rightToLeft) {
            var properties = paragraph.getCTP();
            (properties.isSetPPr() ? properties.getPPr() : properties.addNewPPr()).addNewBidi();
        }
    }

    static XWPFRun run(
            XWPFParagraph paragraph, String text, String language, boolean rightToLeft, int size, String colour) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setColor(colour);
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        var fonts = properties.addNewRFonts();
        fonts.setAscii("Noto Sans");
        fonts.setHAnsi("Noto Sans");
        fonts.setCs("Noto Sans Arabic");
        fonts.setEastAsia("Noto Sans SC");
        properties.addNewSzCs().setVal(BigInteger.valueOf(size * 2L));
        var spoken = properties.addNewLang();
        if (rightToLeft) {
            properties.addNewRtl();
            spoken.setBidi(language);
        } else if (language.equals("zh")) {
            spoken.setEastAsia("zh-CN");
        } else {
            spoken.setVal(language);
        }
        return run;
    }

    private void foot() {
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        var target = sheet.target();
        direct(footer, target.isRightToLeft());
        if (!sheet.reference().isEmpty()) {
            run(footer, sheet.reference() + "   ", "en", false, 8, QUIET);
        }
        for (var part : new PhraseTable(target).parts("page", "PAGE", "NUMPAGES")) {
            if (part.foreign()) {
                footer.getCTP().addNewFldSimple().setInstr(part.text());
            } else {
                run(footer, part.text(), target.code(), target.isRightToLeft(), 8, QUIET);
            }
        }
    }
}
