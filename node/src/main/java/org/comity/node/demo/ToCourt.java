package org.comity.node.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.node.demo.NodeProcess.Checked;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Data goes from Brazil's vault into Portugal's over a line that breaks in the middle, and from there in one sealed file to a
 * court that trusts neither.
 */
final class ToCourt {

    private static final String NAME = "cloud-user-4711.mbox";

    /** Whoever hands over a large file waits until it was read and signed for. */
    private static final Duration READING = Duration.ofMinutes(10);

    private static final Duration NOTHING_MOVES = Duration.ofMinutes(2);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(3);

    /** What may have been on its way when the line broke, and a message or two beside it. */
    private static final long ON_ITS_WAY = 12 << 20;

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final Exhibit exhibit;

    ToCourt(Telling telling, Desk portugal, Desk brazil, Exhibit exhibit) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.exhibit = exhibit;
    }

    /** Puts what the provider gave into Brazil's vault and hands it over; returns what is signed for. */
    String handOver(String there) {
        Element place = brazil.officer().open(there).selectFirst("#exhibits a[href*='/evidence/new']");
        if (place == null) {
            throw new StoryBroken("Brazil's page does not offer to put the data into the vault.");
        }
        Visitor officer = brazil.officer();
        Instant began = Desk.now();
        officer.hand(
                officer.open(place.attr("href")),
                "#put-in",
                Map.of("from", "A cloud company in Brazil", "provision", "ets185:31"),
                "file",
                NAME,
                new LargeFile(exhibit.size().bytes()));
        telling.meanwhile("%s went into Brazil's vault%s".formatted(exhibit.size(), rate(began)));
        Document page = officer.open(there);
        String digest = page.select("#exhibits code").text();
        exhibit.line().breakAfter(exhibit.size().bytes() / 2);
        began = Desk.now();
        officer.send(
                page,
                "#hand-over",
                Map.of(
                        "exhibits",
                        page.select("#hand-over input[name=exhibits]").attr("value")),
                READING);
        telling.meanwhile("Brazil read it and signed for each of its chunks%s".formatted(rate(began)));
        return digest;
    }

    /** Until Portugal's vault has what Brazil signed for, over a line that is cut in the middle. */
    String fetched(String here, String digest) {
        Element cut = watched(here, "#transfers [data-transfer]:has(.warned)");
        Story.require(exhibit.line().isBroken(), "Portugal complains, and the line is not cut: " + cut.text());
        telling.meanwhile("the line is cut after %s; Portugal's page: %s"
                .formatted(
                        new Size(exhibit.line().carried()),
                        cut.select(".warned").text()));
        exhibit.line().mend();
        telling.meanwhile("the line is there again");
        watched(here, "#transfers [data-transfer=done]");
        long again = exhibit.line().carried() - exhibit.size().bytes() / 2;
        Story.require(again < ON_ITS_WAY, "It began again instead of going on: " + new Size(again) + " came twice.");
        Story.require(
                portugal.officer().open(here).select("#exhibits code").text().equals(digest),
                "What is in Portugal's vault is not what Brazil signed for.");
        return "the line was cut in the middle; when it was back, only the rest came: %s of %s"
                .formatted(new Size(exhibit.line().carried()), exhibit.size());
    }

    /** Tells how far it is until the page shows what is waited for, as long as anything moves. */
    private Element watched(String page, String selector) {
        String told = "";
        Instant moved = Desk.now();
        Instant tell = moved.plus(TOLD_EVERY);
        while (Desk.now().isBefore(moved.plus(NOTHING_MOVES))) {
            Document shown = portugal.officer().open(page);
            Element found = shown.selectFirst(selector);
            if (found != null) {
                return found;
            }
            String progress = shown.select("#transfers [data-transfer] small").text();
            if (!progress.equals(told)) {
                moved = Desk.now();
            }
            if (!progress.equals(told) && moved.isAfter(tell)) {
                telling.meanwhile(progress);
                tell = moved.plus(TOLD_EVERY);
            }
            told = progress;
            Desk.pause();
        }
        throw new StoryBroken(
                "%s of %s never showed %s: %s".formatted(page, portugal.node().organisation(), selector, told));
    }

    private String rate(Instant began) {
        double seconds = Math.max(1, Duration.between(began, Desk.now()).toMillis()) / 1000.0;
        double rate = exhibit.size().bytes() / seconds / (1 << 20);
        return " (%.1f s, %.0f MiB/s)".formatted(seconds, rate);
    }

    void packed(String here) {
        telling.step("court", () -> {
            Document request = portugal.officer().open(here);
            Document shown =
                    portugal.officer().open(request.select("#exhibits li a").attr("href"));
            Document made = portugal.officer()
                    .send(
                            portugal.officer().open(shown.select("#packages a").attr("href")),
                            "#pack",
                            Map.of("recipient", "Criminal court, Lisbon", "purpose", "trial", "read", "true"));
            String page = Drafting.path(made);
            portugal.await(page, "#stamp .tag.open");
            Element fetch = portugal.officer().open(page).selectFirst("#fetch");
            if (fetch == null) {
                throw new StoryBroken("The package is sealed and can't be fetched.");
            }
            Instant began = Desk.now();
            Path file = fetched(fetch.attr("href"));
            telling.meanwhile("the package was fetched" + rate(began));
            began = Desk.now();
            Checked sound = portugal.node().verify(file);
            Story.require(sound.holds(), "The package does not verify: " + sound.said());
            telling.meanwhile("\"comity verify\" read all of it" + rate(began));
            flip(file);
            Checked broken = portugal.node().verify(file);
            flip(file);
            Story.require(!broken.holds(), "One flipped byte is not noticed.");
            return List.of(
                    "%s holds the data, its custody in both States, and the proofs; it is in %s"
                            .formatted(file.getFileName(), exhibit.kept()),
                    "\"comity verify\" without a node: it holds; after one flipped byte: " + broken.complaint());
        });
    }

    private Path fetched(String address) {
        try {
            Path file = Files.createDirectories(exhibit.kept()).resolve(address.replaceFirst(".*/", ""));
            portugal.officer().download(address, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the package into " + exhibit.kept() + ".", e);
        }
    }

    /** In the middle of the file; done twice, it is as it was. */
    private static void flip(Path file) {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = bytes.length() / 2;
            bytes.seek(middle);
            int was = bytes.read();
            bytes.seek(middle);
            bytes.write(was ^ 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't flip a byte of " + file + ".", e);
        }
    }
}
