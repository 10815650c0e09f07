package org.comity.node.demo;

import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;
import org.jsoup.nodes.Document;

/** Brazil publishes a change of its law; Portugal reads it in Brazil's gazette, reviews it, and plans with it. */
final class PublicLaw {

    /** Invented for the exercise: Brazil is not bound by it. */
    private static final String TREATY = "ets30";

    private final Telling telling;
    private final Desk portugal;
    private final Drafting drafting;
    private final ChangeOfLaw change;

    PublicLaw(Telling telling, Desk portugal, ChangeOfLaw change) {
        this.telling = telling;
        this.portugal = portugal;
        this.drafting = new Drafting(portugal);
        this.change = change;
    }

    void live() {
        String[] draft = new String[1];
        telling.step("publish", () -> {
            draft[0] = drafting.toTheRoute(
                    "A server in Brazil",
                    new Asked("mutual-assistance", "content", "host-31", "A hosting company", "BR", Map.of()));
            Story.require(!planned(draft[0]), "The way is open before the law changed.");
            change.publish(
                    "/law/changes/new?what=STATUS&about=status:BR:" + TREATY,
                    Map.of("method", "accession", "entry_into_force", "2026-10-01"));
            return List.of("a second person of Brazil published the accession; its gazette announced it");
        });
        telling.step("follow", () -> {
            portugal.act("administrator", "/gazette/followed", "#follow-gazette", Map.of("party", brazilsParty()));
            String proposal = change.take();
            Story.require(!planned(draft[0]), "Nobody here has reviewed it yet.");
            change.review(proposal);
            Story.require(planned(draft[0]), "The planner does not know of the published change.");
            return List.of(
                    "Portugal verified Brazil's log, proposed the change with its source, and another person reviewed it",
                    "the same draft now shows the way under " + TREATY);
        });
    }

    private boolean planned(String draft) {
        Document routes = portugal.officer().open(draft + "/route");
        return routes.select("[data-route]").eachAttr("data-route").stream()
                .anyMatch(route -> route.startsWith(TREATY + ":") && !route.endsWith(" closed"));
    }

    private String brazilsParty() {
        return portugal.as("administrator")
                .open("/gazette/followed")
                .select("#party option[value^=BR]")
                .attr("value");
    }
}
