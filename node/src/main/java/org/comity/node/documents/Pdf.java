package org.comity.node.documents;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * The page of a form or a report on paper: PDF/A-2a and tagged as PDF/UA asks, every font inside. The reference and the number of the
 * page stand on each.
 */
final class Pdf {

    private static final String FONTS = "\"Comity Sans\", \"Comity Arabic\", \"Comity Han\"";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Pdf() {}

    static byte[] of(Sheet sheet) {
        return print(Page.withStyle(sheet, paper(sheet.reference(), sheet.target())), sheet.target());
    }

    static byte[] of(Paper paper) {
        return print(PaperPage.withStyle(paper, paper(paper.reference(), paper.language())), paper.language());
    }

    private static byte[] print(Document page, FormLanguage language) {
        turnColumns(page);
        // a run within a run is written after it; where nothing turns, it needs none of its own
        page.select("p[dir=ltr] > span").unwrap();
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withW3cDocument(new W3CDom().fromJsoup(page), null)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(language.locale()))
                .defaultTextDirection(language.isRightToLeft() ? TextDirection.RTL : TextDirection.LTR)
                .withProducer("Comity")
                .toStream(out);
        var text = page.text();
        for (var face : Face.values()) {
            if (face.isNeededFor(text)) {
                builder.useFont(face::open, face.family, face.weight, FontStyle.NORMAL, true);
            }
        }
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the form as PDF.", e);
        }
        return out.toByteArray();
    }

    /** The printer of pages puts the first cell of a row to the left in every script. */
    private static void turnColumns(Document page) {
        for (var row : page.select("table[dir=rtl] > tbody > tr")) {
            row.insertChildren(0, List.copyOf(row.children()).reversed());
        }
    }

    private static String paper(String reference, FormLanguage language) {
        return """
                @page {
                  size: A4; margin: 18mm 18mm 20mm 18mm;
                  @bottom-left { content: "%s"; font: 8pt %s; color: #4a5563; }
                  @bottom-right { content: %s; font: 8pt %s; color: #4a5563; }
                }
                body { max-width: none; margin: 0; padding: 0; font-family: %s; }
                tr { page-break-inside: avoid; }
                """.formatted(quoted(reference), FONTS, pageOf(language), FONTS, FONTS);
    }

    /** "Page 1 of 2". The foot of a page is drawn as it stands, so Arabic goes there in its shapes and from its end. */
    private static String pageOf(FormLanguage language) {
        var parts = new PhraseTable(language)
                .parts("page", "counter(page)", "counter(pages)").stream()
                        .map(run -> run.foreign() ? run.text() : "\"" + drawn(run.text(), language) + "\"")
                        .toList();
        // a space at the end of a part may be taken away
        return String.join(" \"\u00A0\" ", language.isRightToLeft() ? parts.reversed() : parts);
    }

    private static String drawn(String words, FormLanguage language) {
        var text = words.strip().replace(' ', '\u00A0');
        if (!language.isRightToLeft()) {
            return quoted(text);
        }
        try {
            var shaped = new ArabicShaping(ArabicShaping.LETTERS_SHAPE).shape(text);
            return quoted(new StringBuilder(shaped).reverse().toString());
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Can't shape \"" + text + "\".", e);
        }
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\3c ");
    }

    /**
     * What is inside each PDF, cut down to the characters used. Where they come from and on what terms: decision 14. The
     * Chinese ones take half a second to read, so a font stays away where the text has none of its characters.
     */
    private enum Face {
        LATIN("Comity Sans", 400, "/fonts/ttf/OpenSans/OpenSans-Regular.ttf"),
        LATIN_BOLD("Comity Sans", 700, "/fonts/ttf/OpenSans/OpenSans-Bold.ttf"),
        ARABIC("Comity Arabic", 400, "/documents/fonts/NotoSansArabic-Regular.ttf"),
        ARABIC_BOLD("Comity Arabic", 700, "/documents/fonts/NotoSansArabic-Bold.ttf"),
        HAN("Comity Han", 400, "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"),
        HAN_BOLD("Comity Han", 700, "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf");

        private final String family;
        private final int weight;
        private final String file;

        Face(String family, int weight, String file) {
            this.family = family;
            this.weight = weight;
            this.file = file;
        }

        InputStream open() {
            var font = Objects.requireNonNull(Pdf.class.getResourceAsStream(file), file);
            return this == HAN || this == HAN_BOLD ? HanFont.withoutRadicals(font) : font;
        }

        boolean isNeededFor(String text) {
            return switch (this) {
                case LATIN, LATIN_BOLD -> true;
                case ARABIC, ARABIC_BOLD -> text.codePoints().anyMatch(Face::isArabic);
                case HAN, HAN_BOLD -> text.codePoints().anyMatch(Face::isBeyondTheOthers);
            };
        }

        private static boolean isArabic(int point) {
            return UnicodeScript.of(point) == UnicodeScript.ARABIC;
        }

        /** The Chinese fonts have many symbols too. */
        private static boolean isBeyondTheOthers(int point) {
            return point >= 0x2000 && !isArabic(point);
        }
    }
}
