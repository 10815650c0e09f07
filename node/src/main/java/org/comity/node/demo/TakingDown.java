package org.comity.node.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;

/** Content that is to go is kept as evidence first; then it goes within the law's hour. */
final class TakingDown {

    private static final String POST = "https://posts.example/4711";

    /** A provider's first removal order is announced at least twelve hours before (EU 2021/784 art. 3(2)). */
    private static final Duration ANNOUNCED_BEFORE = Duration.ofHours(13);

    private final Telling telling;
    private final Desk portugal;
    private final Desk provider;
    private final Drafting drafting;

    TakingDown(Telling telling, Desk portugal, Desk provider) {
        this.telling = telling;
        this.portugal = portugal;
        this.provider = provider;
        this.drafting = new Drafting(portugal);
    }

    void live() {
        String[] kept = new String[1];
        telling.step("keep-first", () -> {
            kept[0] = drafting.toTheRoute(
                    "Calls for attacks",
                    new Asked(
                            "preservation-order",
                            "content",
                            POST,
                            "A host in Germany",
                            "DE",
                            Map.of("data", Map.of("identifiers[0].kind", "url"))));
            sent(kept[0], "eu2023-1543:6");
            String atProvider = queued(kept[0]);
            provider.act("duty", atProvider, "#acknowledge", Map.of("ownReference", "DE-RESPONSE-0002"));
            provider.act("duty", atProvider, "#record-preserved", Map.of("provider", "A host in Germany"));
            portugal.awaitState(kept[0], "PRESERVED");
            return List.of("the provider preserved the content before anybody asked to remove it");
        });
        telling.step("take-down", () -> {
            String order = ordered(kept[0]);
            String atProvider = queued(order);
            provider.act("duty", atProvider, "#acknowledge", Map.of("ownReference", "DE-RESPONSE-0003"));
            provider.act("duty", atProvider, "#verify", Map.of("remark", "Certificate of the card; annex I complete"));
            Story.require(
                    !provider.matter(atProvider).offers("#take-down"),
                    "The provider is offered to remove what nobody has kept for this order.");
            provider.act("duty", atProvider, "#keep-content", Map.of());
            provider.act("duty", atProvider, "#take-down", Map.of("means", "remove"));
            provider.act(
                    "duty",
                    atProvider,
                    "#state-reasons",
                    Map.of("reasons", "Removed by order", "redress", "Administrative court, within a month"));
            portugal.awaitState(order, "TAKEN_DOWN");
            return List.of(
                    "removing was offered only once the content was kept for this order",
                    "the person whose content it was is told why, and where to complain");
        });
    }

    /** Drafted from the page of what is kept. */
    private String ordered(String kept) {
        String draft = Drafting.draftOf(portugal.act("duty", kept, "#further", Map.of("kind", "take-down")));
        portugal.act(
                "duty",
                draft + "/service",
                "#ask-service",
                Map.of(
                        "relation",
                        "It calls for attacks on a station.",
                        "content",
                        "terrorist",
                        "means",
                        "remove",
                        "territories",
                        "DE, PT",
                        "redress",
                        "Administrative court, within a month",
                        "announcedAt",
                        Drafting.moment(Desk.now().minus(ANNOUNCED_BEFORE))));
        sent(draft, "eu-tco:3");
        return draft;
    }

    private void sent(String draft, String provision) {
        drafting.take(draft, provision, Map.of());
        drafting.safeguards(draft, Map.of("missingReason", "No court is involved yet."));
        portugal.act("duty", draft + "/check", "#submit-for-approval", Map.of());
        portugal.act("approver", draft, "#approve", Map.of());
        portugal.awaitState(draft, "SENT");
    }

    private String queued(String order) {
        String conversation = portugal.matter(order).conversation();
        return provider.await("/queue", "a[href$=/requests/" + conversation + "]")
                .attr("href");
    }
}
