package org.comity.node.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.comity.node.documents.Sheet.Block;
import org.comity.node.documents.Sheet.Entry;
import org.comity.node.documents.Sheet.Line;
import org.comity.node.documents.Sheet.Nested;
import org.comity.node.documents.Sheet.Pair;
import org.comity.node.documents.Sheet.Part;
import org.comity.node.documents.Sheet.Row;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form as a page that needs nothing beside itself. It is built as a tree, so no text can become markup, and without its
 * style it still reads well: a peer shows it with its own.
 */
final class Page {

    private static final String STYLE = style();

    /** What a browser can do and a printer of pages can't. */
    private static final String ON_SCREEN = """
            th, td { overflow-wrap: anywhere; }
            span { unicode-bidi: isolate; }
            """;

    private final Sheet sheet;
    private final String more;
    private final Document page = Document.createShell("");

    private Page(Sheet sheet, String more) {
        this.sheet = sheet;
        this.more = more;
    }

    static Document forScreen(Sheet sheet) {
        return new Page(sheet, ON_SCREEN).draw();
    }

    static Document withStyle(Sheet sheet, String style) {
        return new Page(sheet, style).draw();
    }

    private Document draw() {
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        speaking(page.selectFirst("html"), sheet.target());
        var head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("title").text(sheet.title());
        head.appendElement("meta").attr("name", "subject").attr("content", sheet.title());
        head.appendElement("meta")
                .attr("name", "description")
                .attr(
                        "content",
                        sheet.reference().isEmpty() ? sheet.title() : sheet.title() + ", " + sheet.reference());
        head.appendElement("style").appendText(STYLE + more);
        for (int at = 0; at < sheet.languages().size(); at++) {
            title(at);
        }
        sheet.parts().forEach(this::part);
        return page;
    }

    private void title(int at) {
        var block = speaking(page.body().appendElement("div"), sheet.languages().get(at));
        block.appendElement("h1").text(sheet.titles().get(at));
        sheet.notices()
                .get(at)
                .forEach(notice -> block.appendElement("p").addClass("notice").text(notice));
    }

    private void part(Part part) {
        var section = speaking(page.body().appendElement("div"), sheet.target());
        if (part.apart()) {
            section.addClass("apart");
        }
        section.appendElement("h2").text(part.heading());
        if (sheet.isSideBySide()) {
            var rows = section.appendElement("table").addClass("two").appendElement("tbody");
            part.rows().forEach(row -> besideEachOther(rows.appendElement("tr"), row));
        } else {
            var rows = table(section, sheet.target());
            part.rows().forEach(row -> labelled(rows, row.entries().getFirst(), sheet.target()));
        }
    }

    private Element table(Element parent, FormLanguage language) {
        return speaking(parent.appendElement("table"), language).appendElement("tbody");
    }

    private void labelled(Element rows, Entry entry, FormLanguage language) {
        var row = rows.appendElement("tr");
        row.appendElement("th").attr("scope", "row").text(entry.label());
        blocks(row.appendElement("td"), entry.blocks(), language);
    }

    private void besideEachOther(Element cells, Row row) {
        for (int at = 0; at < row.entries().size(); at++) {
            var language = sheet.languages().get(at);
            var entry = row.entries().get(at);
            var cell = speaking(cells.appendElement("td"), language);
            cell.appendElement("p").addClass("label").appendElement("strong").text(entry.label());
            blocks(cell, entry.blocks(), language);
        }
    }

    private void blocks(Element parent, List<Block> blocks, FormLanguage language) {
        for (var block : blocks) {
            switch (block) {
                case Line line -> line(parent, line);
                case Pair(var original, var translation) -> {
                    var pair = table(parent, language);
                    Objects.requireNonNull(pair.parent()).addClass("pair");
                    var row = pair.appendElement("tr");
                    lines(row.appendElement("td"), original);
                    lines(row.appendElement("td"), translation);
                }
                case Nested(var entries) -> {
                    var nested = table(parent, language);
                    Objects.requireNonNull(nested.parent()).addClass("nested");
                    entries.forEach(entry -> labelled(nested, entry, language));
                }
            }
        }
    }

    private static void lines(Element parent, List<Line> lines) {
        lines.forEach(line -> line(parent, line));
    }

    private static void line(Element parent, Line line) {
        var paragraph = parent.appendElement("p").attr("lang", line.language()).attr("dir", line.direction());
        if (line.isNote()) {
            paragraph.addClass("note");
        }
        for (var run : line.runs()) {
            if (run.foreign()) {
                paragraph.appendElement("span").attr("dir", "ltr").text(run.text());
            } else {
                paragraph.appendText(run.text());
            }
        }
    }

    private static Element speaking(@org.jspecify.annotations.Nullable Element element, FormLanguage language) {
        return Objects.requireNonNull(element).attr("lang", language.code()).attr("dir", language.direction());
    }

    private static String style() {
        try (var file = Page.class.getResourceAsStream("/documents/form.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the style of forms.", e);
        }
    }
}
