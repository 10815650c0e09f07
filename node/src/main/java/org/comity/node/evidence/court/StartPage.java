package org.comity.node.evidence.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.comity.node.evidence.Condition;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that a person opens first: it explains the package in their language and computes the digests of the files that they
 * choose, without a network. Built as a tree, so no name of a file can become markup.
 */
public final class StartPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contents contents;
    private final Phrases words;
    private final Document page = Document.createShell("");

    private StartPage(Contents contents) {
        this.contents = contents;
        this.words = new Phrases(contents.language());
    }

    /** @param files with the digests that are sealed */
    public static byte[] of(Contents contents, List<PackageManifest.File> files) {
        return new StartPage(contents).draw(files).outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private Document draw(List<PackageManifest.File> files) {
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.expectFirst("html")
                .attr("lang", words.language().code())
                .attr("dir", words.language().direction());
        var head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
        String title = words.text("package", contents.mark());
        head.appendElement("title").text(title);
        head.appendElement("style").appendChild(new DataNode(resource("start.css")));

        var main = page.body().appendElement("main");
        main.appendElement("p").addClass("from").text(contents.organisation() + " (" + contents.party() + ")");
        main.appendElement("h1").text(title);
        if (contents.exercise()) {
            main.appendElement("p").addClass("warned").text(words.text("page.exercise"));
        }
        main.appendElement("p").text(words.text("page.lead"));
        if (!words.text("translation").isEmpty()) {
            main.appendElement("p").addClass("muted").text(words.text("translation"));
        }
        facts(main);
        limits(main);
        table(main, files);
        tools(main);
        main.appendElement("script")
                .attr("type", "application/json")
                .attr("id", "sealed")
                .appendChild(new DataNode(JSON.writeValueAsString(files).replace("<", "\\u003c")));
        main.appendElement("script").appendChild(new DataNode(resource("start.js")));
        return page;
    }

    private void facts(Element main) {
        var facts = main.appendElement("dl");
        fact(facts, "matter", contents.about());
        fact(facts, "from", contents.madeBy());
        fact(facts, "to", contents.recipient());
        fact(facts, "purpose", contents.purpose());
        fact(facts, "made", words.moment(contents.madeAt()));
    }

    private void fact(Element facts, String key, String value) {
        var pair = facts.appendElement("div");
        pair.appendElement("dt").text(words.text(key));
        pair.appendElement("dd").attr("dir", "auto").text(value);
    }

    private void limits(Element main) {
        List<Contents.Piece> limited = contents.pieces().stream()
                .filter(piece -> !piece.exhibit().particulars().conditions().isEmpty())
                .toList();
        if (limited.isEmpty()) {
            return;
        }
        var box = main.appendElement("section").addClass("warned");
        box.appendElement("h2").text(words.text("page.limits"));
        var list = box.appendElement("ul");
        for (Contents.Piece piece : limited) {
            for (Condition condition : piece.exhibit().particulars().conditions()) {
                list.appendElement("li")
                        .attr("dir", "auto")
                        .text(piece.exhibit().mark() + ": " + condition.text()
                                + (condition.provision().isEmpty() ? "" : " (" + condition.provision() + ")"));
            }
        }
    }

    private void table(Element main, List<PackageManifest.File> files) {
        main.appendElement("h2").text(words.text("page.pick"));
        main.appendElement("p").attr("id", "pick-hint").text(words.text("page.pick-hint"));
        main.appendElement("noscript").appendElement("p").addClass("warned").text(words.text("page.script"));
        main.appendElement("input")
                .attr("type", "file")
                .attr("id", "pick")
                .attr("multiple", "multiple")
                .attr("aria-label", words.text("page.pick"))
                .attr("aria-describedby", "pick-hint");
        main.appendElement("p").attr("id", "all").attr("role", "status").attr("data-all", words.text("page.all"));
        main.appendElement("h2").text(words.text("page.contents"));
        var list = main.appendElement("ul")
                .attr("id", "files")
                .attr("data-same", words.text("page.same"))
                .attr("data-other", words.text("page.other"))
                .attr("data-unknown", words.text("page.unknown"))
                .attr("data-waits", words.text("page.waits"));
        for (PackageManifest.File file : files) {
            var item = list.appendElement("li").attr("data-path", file.path());
            item.appendElement("b").attr("dir", "ltr").text(file.path());
            item.appendElement("span").addClass("state").text(words.text("page.missing"));
            item.appendElement("code").attr("dir", "ltr").text(file.sha256());
        }
        main.appendElement("p").addClass("muted").text(words.text("page.cannot"));
    }

    private void tools(Element main) {
        main.appendElement("h2").text(words.text("page.tools"));
        main.appendElement("p").text(words.text("page.tools-text"));
        main.appendElement("pre").attr("dir", "ltr").text("""
                ./comity verify %1$s.asice

                unzip %1$s.asice && sha256sum -c SHA256SUMS
                openssl cms -verify -binary -inform DER -in META-INF/signature001.p7s \\
                  -content META-INF/ASiCManifest001.xml -CAfile seal-root.pem -purpose any -out /dev/null
                """.formatted(contents.mark()));
    }

    private static String resource(String name) {
        try (var file = StartPage.class.getResourceAsStream("/evidence/court/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page of a package can't be read.", e);
        }
    }
}
