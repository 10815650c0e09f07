package org.comity.node.demo;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** How a change of Brazil's law comes about there, and how Portugal takes it over from Brazil's gazette. */
final class ChangeOfLaw {

    private static final String EXPERT = "expert";

    private final Desk portugal;
    private final Desk brazil;

    ChangeOfLaw(Desk portugal, Desk brazil) {
        this.portugal = portugal;
        this.brazil = brazil;
    }

    /**
     * One person of Brazil reports it, another publishes it.
     *
     * @param form its address, begun from what stands
     * @param facts by field; where they come from is said here
     */
    void publish(String form, Map<String, String> facts) {
        var filled = new HashMap<>(facts);
        filled.putAll(Map.of(
                "source",
                "https://law.example/exercise",
                "as_of",
                "2026-11-01",
                "basis",
                "verified",
                "why",
                "Invented for the exercise.",
                "step",
                "submit"));
        review(brazil, Drafting.path(brazil.act(EXPERT, form, "#change", filled)));
    }

    /**
     * Portugal's expert takes over what was announced last.
     *
     * @return where it waits for another person's review
     */
    String take() {
        Element announced = portugal.await("/gazette?kind=law-change&open=true", "a[href^=/gazette/received/]");
        Document taken = portugal.act(EXPERT, announced.attr("href"), "#decide", Map.of("act", "take"));
        String proposal = taken.select(".said a").attr("href");
        Story.require(!proposal.isEmpty(), "Nothing was made of the announcement.");
        return proposal;
    }

    /** By a second person of Portugal. */
    void review(String proposal) {
        review(portugal, proposal);
    }

    private static void review(Desk desk, String proposal) {
        desk.act("lawyer", proposal, "[action$=/review]", Map.of("act", "publish"));
    }
}
