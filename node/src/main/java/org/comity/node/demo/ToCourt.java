package org.comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.node.demo.NodeProcess.Checked;
import org.comity.node.demo.Visitor.Upload;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Data goes from Brazil's vault into Portugal's, and from there in one sealed file to a court that trusts neither. */
final class ToCourt {

    private static final int BYTES = 3_000_000;

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final Path kept;

    /** @param kept folder in which the package is left */
    ToCourt(Telling telling, Desk portugal, Desk brazil, Path kept) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.kept = kept;
    }

    /** Puts what the provider gave into Brazil's vault and hands it over; returns what is signed for. */
    String handOver(String there) {
        Element place = brazil.officer().open(there).selectFirst("#exhibits a[href*='/evidence/new']");
        if (place == null) {
            throw new StoryBroken("Brazil's page does not offer to put the data into the vault.");
        }
        Visitor officer = brazil.officer();
        officer.send(
                officer.open(place.attr("href")),
                "#put-in",
                Map.of("from", "A cloud company in Brazil", "provision", "ets185:31"),
                new Upload("file", "cloud-user-4711.mbox", content()));
        Document page = officer.open(there);
        String digest = page.select("#exhibits code").text();
        officer.send(
                page,
                "#hand-over",
                Map.of(
                        "exhibits",
                        page.select("#hand-over input[name=exhibits]").attr("value")));
        return digest;
    }

    /** What the provider gave: the same with each run. */
    private static byte[] content() {
        byte[] content = new byte[BYTES];
        new Random(185).nextBytes(content);
        return content;
    }

    /** Until Portugal's vault has what Brazil signed for. */
    void fetched(String here, String digest) {
        portugal.await(here, "#transfers [data-transfer=done]");
        Story.require(
                portugal.officer().open(here).select("#exhibits code").text().equals(digest),
                "What is in Portugal's vault is not what Brazil signed for.");
    }

    void packed(String here) {
        telling.step("court", () -> {
            Document request = portugal.officer().open(here);
            Document exhibit =
                    portugal.officer().open(request.select("#exhibits li a").attr("href"));
            Document made = portugal.officer()
                    .send(
                            portugal.officer()
                                    .open(exhibit.select("#packages a").attr("href")),
                            "#pack",
                            Map.of("recipient", "Criminal court, Lisbon", "purpose", "trial", "read", "true"));
            String page = Drafting.path(made);
            portugal.await(page, "#stamp .tag.open");
            Element fetch = portugal.officer().open(page).selectFirst("#fetch");
            if (fetch == null) {
                throw new StoryBroken("The package is sealed and can't be fetched.");
            }
            String name = fetch.attr("href").replaceFirst(".*/", "");
            byte[] content = portugal.officer().download(fetch.attr("href"));
            Path file = written(name, content);
            Checked sound = portugal.node().verify(file);
            Story.require(sound.holds(), "The package does not verify: " + sound.said());
            content[content.length / 2] ^= 1;
            Path flipped = written("flipped-" + name, content);
            Checked broken = portugal.node().verify(flipped);
            Story.require(!broken.holds(), "One flipped byte is not noticed.");
            remove(flipped);
            return List.of(
                    "%s holds the data, its custody in both States, and the proofs; it is in %s".formatted(name, kept),
                    "\"comity verify\" without a node: it holds; after one flipped byte: " + broken.complaint());
        });
    }

    private Path written(String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(kept).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the package into " + kept + ".", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + file + ".", e);
        }
    }
}
