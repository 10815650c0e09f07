package org.comity.node.documents;

import java.util.ArrayList;
import org.jsoup.nodes.Document;

/** A {@link Paper} as a page that needs nothing beside itself; footnotes stand at its end. */
final class PaperPage {

    private static final String STYLE = """
            body { font: 10.5pt/1.5 "Comity Sans", "Comity Arabic", "Comity Han", "Noto Sans", sans-serif; color: #1a1f27; max-width: 46em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 16pt; margin: 14pt 0 10pt; } h2 { font-size: 13pt; margin: 16pt 0 6pt; page-break-after: avoid; } h3 { font-size: 11pt; margin: 12pt 0 4pt; page-break-after: avoid; } h4 { font-size: 10.5pt; font-style: normal; margin: 8pt 0 4pt; page-break-after: avoid; }
            p { margin: 0 0 6pt; overflow-wrap: break-word; } .masthead { margin: 0; color: #4a5563; } .item { padding-left: 2em; padding-right: 2em; } .note { font-size: 9pt; }
            [dir=ltr] { text-align: left; } [dir=rtl] { text-align: right; }
            """;

    private PaperPage() {}

    static Document forScreen(Paper paper) {
        return withStyle(paper, "");
    }

    static Document withStyle(Paper paper, String more) {
        var page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.expectFirst("html")
                .attr("lang", paper.language().code())
                .attr("dir", paper.language().direction());
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("title").text(paper.title());
        page.head().appendElement("meta").attr("name", "subject").attr("content", paper.title());
        page.head()
                .appendElement("meta")
                .attr("name", "description")
                .attr("content", paper.title() + ", " + paper.reference());
        page.head().appendElement("style").appendText(STYLE + more);
        var notes = new ArrayList<String>();
        for (var line : paper.lines()) {
            var element = page.body()
                    .appendElement(
                            switch (line.style()) {
                                case TITLE -> "h1";
                                case CHAPTER -> "h2";
                                case SECTION -> "h3";
                                case HEADING -> "h4";
                                case MASTHEAD, PARAGRAPH, ITEM -> "p";
                            })
                    .attr("lang", line.language())
                    .attr("dir", line.direction());
            switch (line.style()) {
                case MASTHEAD -> element.addClass("masthead");
                case ITEM -> element.addClass("item");
                case TITLE, CHAPTER, SECTION, HEADING, PARAGRAPH -> {
                    // the element says it
                }
            }
            element.appendText(line.number().isEmpty() ? line.text() : line.number() + " " + line.text());
            for (var note : line.notes()) {
                notes.add(note);
                element.appendElement("sup").text(String.valueOf(notes.size()));
            }
        }
        for (int at = 0; at < notes.size(); at++) {
            page.body().appendElement("p").addClass("note").text((at + 1) + " " + notes.get(at));
        }
        return page;
    }
}
