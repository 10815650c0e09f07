package org.comity.node.demo;

import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;

/** Brazil's desk, with which Portugal never dealt before, asks at night: a child is missing. */
final class Emergency {

    private static final String ACCOUNT = "child-messenger-9";

    private final Telling telling;
    private final Desk brazil;
    private final Desk portugal;

    Emergency(Telling telling, Desk brazil, Desk portugal) {
        this.telling = telling;
        this.brazil = brazil;
        this.portugal = portugal;
    }

    void live() {
        String[] path = new String[2];
        telling.step("emergency", () -> {
            path[0] = asked();
            path[1] = portugal.arrived(brazil.matter(path[0]).conversation());
            portugal.act("duty", path[1], "#acknowledge", Map.of("ownReference", "PT-24x7-0001"));
            portugal.act("lawyer", path[1], "#legal-check", Story.legalCheck("Cybercrime Act, article 14"));
            return List.of("who is at risk of what stands in its parts on both sides");
        });
        telling.step("call-back", () -> {
            Map<String, String> data = Map.of("provider", "A messenger in Portugal", "reference", "Sealed line 3");
            String refused =
                    portugal.as("approver").turnedDown(portugal.as("approver").open(path[1]), "#disclose-now", data);
            Story.require(refused.contains("Call its registered contact back"), "Not asked to call back: " + refused);
            portugal.act(
                    "duty",
                    path[1],
                    "#call-back",
                    Map.of("contact", "Duty desk, number of the directory", "confirmed", "They asked for it"));
            portugal.act("approver", path[1], "#disclose-now", data);
            brazil.awaitState(path[0], "TO_REGULARISE");
            return List.of(
                    "nothing was disclosed to a stranger before a call to a number known before",
                    "then a second person disclosed it");
        });
        telling.step("regularise", () -> {
            brazil.act(
                    "duty",
                    path[0],
                    "#regularise",
                    Map.of("paper", "The judge confirmed it.", "reference", "BR-JUDGE-12/26"));
            portugal.awaitState(path[1], "REGULARISED");
            brazil.act("overseer", path[0], "#find-justified", Map.of("why", "A child was missing for an hour."));
            return List.of("the papers followed, and an overseer looked at the use of the emergency");
        });
    }

    private String asked() {
        Drafting drafting = new Drafting(brazil);
        String draft = drafting.toTheRoute(
                "A missing child",
                new Asked(
                        "emergency-disclosure",
                        "traffic",
                        ACCOUNT,
                        "A messenger in Portugal",
                        "PT",
                        Map.of(
                                "offence",
                                Map.of("proceeding", "Prosecution, 12/26"),
                                "urgency",
                                Map.of(
                                        "risk",
                                        "life-or-safety",
                                        "atRisk",
                                        "A child of nine",
                                        "harm",
                                        "Abduction",
                                        "imminence",
                                        "Last seen an hour ago",
                                        "effect",
                                        "It shows where the phone is"))));
        drafting.take(draft, "ets185:31", Map.of());
        drafting.safeguards(draft, Map.of("missingReason", "There is no time to name a court."));
        brazil.act("duty", draft + "/check", "#submit-for-approval", Map.of());
        brazil.act("approver", draft, "#approve", Map.of());
        return draft;
    }
}
