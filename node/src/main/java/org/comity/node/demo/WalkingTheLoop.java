package org.comity.node.demo;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * From a gap in Brazil's law to a law that fills it: the need is declared, Portugal helps, a recommendation cites the gap, the
 * law changes, and an overseer of Portugal reads all of it on one page, in the numbers that the node counted.
 */
final class WalkingTheLoop {

    /** What the open data says that Brazil's law lacks. */
    private static final String GAP = "ets185:17";

    private static final String COORDINATOR = "coordinator";
    private static final String SECRETARIAT = "secretariat";

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final ChangeOfLaw change;

    WalkingTheLoop(Telling telling, Desk portugal, Desk brazil, ChangeOfLaw change) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.change = change;
    }

    /** After Brazil acceded to a treaty and Portugal took that over. */
    void live() {
        int[] lacking = new int[1];
        telling.step("need", () -> {
            var before = loop();
            Story.require(
                    before.select("#gaps a.cite").eachText().contains(GAP), "The gap is not in the loop: " + GAP + ".");
            lacking[0] = number(before, "gaps");
            declared();
            return List.of(
                    "Brazil's law lacks %s; its coordinator asked for help with it, and its gazette announced that"
                            .formatted(GAP));
        });
        telling.step("assistance", () -> {
            String need = taken();
            String fit = helped(need);
            return List.of(
                    "Portugal's coordinator took the need over; its own offer fits by stated rules: " + fit,
                    "it was proposed, accepted, and what came of it reported");
        });
        telling.step("recommend", () -> List.of("a recommendation on it stands at " + recommended()));
        telling.step("enact", () -> {
            change.publish(
                    "/law/changes/new?what=PROVISION&about=provision:BR:" + GAP,
                    Map.of(
                            "act", "exercise2026",
                            "act_title", "Act on the preservation of traffic data",
                            "article", "1",
                            "heading", "Preservation and disclosure of the path",
                            "summary", "Every provider on the path keeps traffic data and names the next one.",
                            "coverage", "full",
                            "in_force", "true",
                            "valid_from", "2026-11-01"));
            look();
            change.review(change.take());
            return List.of("Brazil's law has it now; Portugal took that over and reviewed it");
        });
        telling.step("loop", () -> {
            var loop = loop();
            Story.require(number(loop, "gaps") == lacking[0] - 1, "The gap was not filled.");
            Story.require(number(loop, "needs") == 1, "The need is not in the loop.");
            Story.require(number(loop, "assistance") == 1, "The help is not in the loop.");
            Story.require(number(loop, "recommendations") == 1, "The recommendation is not in the loop.");
            Story.require(number(loop, "changes") == 2, "The published changes of law are not in the loop.");
            Story.require(number(loop, "opened") > 0, "Nothing was opened.");
            return loop.select("#loop > li > div > h2").eachText();
        });
    }

    private Document loop() {
        return portugal.as("overseer").open("/oversight/loop?state=BR");
    }

    /** With which a part of the loop begins. */
    private static int number(Document loop, String part) {
        return Integer.parseInt(loop.select("#%s h2".formatted(part)).text().split(" ", 2)[0]);
    }

    private void declared() {
        Document need = brazil.act(
                COORDINATOR,
                "/capacity/needs/new",
                "#entry",
                Map.of(
                        "title", "Drafting the preservation of traffic data",
                        "institution", "Ministry of Justice, Brazil",
                        "state", "BR",
                        "themes", "legislation",
                        "forms", "legislative-advice",
                        "languages", "pt",
                        "provisions", GAP,
                        "text", "Drafting help for what article 17 asks of national law."));
        brazil.act(COORDINATOR, Drafting.path(need), "#publish", Map.of("act", "publish"));
    }

    private String taken() {
        look();
        String announced = portugal.await("/gazette?kind=need&open=true", "a[href^=/gazette/received/]")
                .attr("href");
        return portugal.act(COORDINATOR, announced, "#decide", Map.of("act", "take"))
                .select(".said a")
                .attr("href");
    }

    /** A gazette is looked at now and then; somebody can also ask for it. */
    private void look() {
        portugal.act("administrator", "/gazette/followed", ":has(button[value=look])", Map.of("act", "look"));
    }

    private String helped(String need) {
        String offer = Drafting.path(portugal.act(
                COORDINATOR,
                "/capacity/offers/new",
                "#entry",
                Map.of(
                        "title", "Drafting in Portuguese",
                        "institution", "Ministry of Justice, Portugal",
                        "themes", "legislation",
                        "forms", "legislative-advice",
                        "languages", "pt",
                        "text", "Two drafters for a month.")));
        String proposing = ":has([name=help][value=offer/%s])".formatted(offer.substring(offer.lastIndexOf('/') + 1));
        var coordinator = portugal.as(COORDINATOR);
        var fits = coordinator.open(need);
        String points =
                fits.select("article:has(form%s) .score".formatted(proposing)).text();
        var proposed = coordinator.send(fits, proposing, Map.of("act", "propose"));
        var accepted = coordinator.send(proposed, "[action^=/capacity/pairings/]", Map.of("act", "accept"));
        coordinator.send(
                accepted,
                "[action^=/capacity/pairings/]",
                Map.of("act", "report", "said", "A draft of one article went to the ministry."));
        return points;
    }

    private String recommended() {
        String recommendation = Drafting.path(portugal.act(
                SECRETARIAT,
                "/forum/recommendations/new",
                "#recommendation",
                Map.of(
                        "theme", "legislation-and-frameworks",
                        "text", "States should let traffic data be preserved with every provider on its path.")));
        portugal.act(
                SECRETARIAT, recommendation, "#link", Map.of("provisions", GAP, "gaps", "BR:" + GAP, "act", "link"));
        return recommendation;
    }
}
