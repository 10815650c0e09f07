package org.comity.node.documents;

import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Makes a page, a PDF or a DOCX of a form, by way of a {@link Sheet}, or of a {@link Paper}. */
@Component
public class Rendering {

    public RenderedForm html(Form form, Reading reading) {
        var sheet = LayingOut.of(form, reading);
        var page = Page.forScreen(sheet);
        return new RenderedForm(sheet.title(), sheet.target().code(), page.outerHtml(), textOf(page));
    }

    /** Tagged, with its fonts inside, for reading aloud and for keeping. */
    public byte[] pdf(Form form, Reading reading) {
        return Pdf.of(LayingOut.of(form, reading));
    }

    public byte[] docx(Form form, Reading reading) {
        return Docx.of(LayingOut.of(form, reading));
    }

    public String html(Paper paper) {
        return PaperPage.forScreen(paper).outerHtml();
    }

    public byte[] pdf(Paper paper) {
        return Pdf.of(paper);
    }

    public byte[] docx(Paper paper) {
        return PaperDocx.of(paper);
    }

    private static String textOf(Document page) {
        var body = page.body().clone();
        body.select("h1, h2, p, tr, li").before("\\n");
        body.select("th").append(": ");
        return body.wholeText()
                .replace("\\n", "\n")
                .replaceAll("[ \\t]*\\n\\s*", "\n")
                .strip();
    }
}
