package org.comity.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.comity.node.demo.Drafting.Asked;
import org.jsoup.nodes.Document;

/** Portugal asks Brazil to keep data, gets it kept, and gets the data itself; another request is refused, one lapses. */
final class MainJob {

    /** From one alarm to the next: 30, 14, 7 and 2 days before the sixtieth, each with a day to spare. */
    private static final List<Integer> DAYS_TO_EACH_ALARM = List.of(31, 16, 7, 5);

    private static final Duration TO_THE_END = Duration.ofDays(2);

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final Drafting drafting;
    private final ToCourt toCourt;
    private final SameHistory history;

    MainJob(Telling telling, Desk portugal, Desk brazil, Exhibit exhibit) {
        this.toCourt = new ToCourt(telling, portugal, brazil, exhibit);
        this.history = new SameHistory(telling, portugal, brazil, exhibit.kept());
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.drafting = new Drafting(portugal);
    }

    /** The same matter on both sides. */
    private record Request(String here, String there) {}

    void live() {
        Request kept = preserved();
        extended(kept);
        refused();
        handedOver(kept, followedUp(kept));
    }

    private Request preserved() {
        String draft = drafted();
        telling.step("approve", () -> {
            portugal.act("approver", draft, "#approve", Map.of());
            return List.of("a second person approved; the request and its envelope were committed together");
        });
        telling.step("send", () -> {
            Matter sent = portugal.awaitState(draft, "SENT");
            return List.of(
                    "Portugal holds the signed receipt of Brazil's node",
                    "conversation " + sent.conversation() + " is the same on both sides");
        });
        String arrived = arrivedAs(draft);
        telling.step("acknowledge", () -> {
            brazil.act("duty", arrived, "#acknowledge", Map.of("ownReference", "BR-24x7-0001"));
            portugal.awaitState(draft, "ACKNOWLEDGED");
            return List.of("Brazil's reference stands on Portugal's page");
        });
        telling.step("accept", () -> {
            checked(arrived);
            brazil.act("approver", arrived, "#accept", Map.of());
            portugal.awaitState(draft, "ACCEPTED");
            return List.of("Brazil made its own legal check, and a second person accepted");
        });
        telling.step("preserve", () -> {
            preservedBy(arrived);
            Matter here = portugal.awaitState(draft, "PRESERVED");
            return List.of("both sides say: preserved until " + same(here, brazil.matter(arrived)));
        });
        return new Request(draft, arrived);
    }

    private void extended(Request request) {
        telling.step("extend", () -> {
            Instant before = portugal.matter(request.here()).keptUntilInstant();
            String wish = Drafting.moment(before.plus(60, ChronoUnit.DAYS));
            portugal.act(
                    "duty",
                    request.here(),
                    "#ask-extension",
                    Map.of("until", wish, "reason", "The court decides in March."));
            brazil.await(request.there(), matter -> matter.offers("#grant-extension"), "an extension to grant");
            brazil.act("duty", request.there(), "#grant-extension", Map.of("until", wish));
            Matter here = portugal.awaitState(request.here(), "EXTENDED");
            String until = same(here, brazil.matter(request.there()));
            Story.require(here.keptUntilInstant().isAfter(before), "The extension did not move the expiry.");
            return List.of("both sides say: preserved until " + until);
        });
    }

    private void refused() {
        telling.step("refuse", () -> {
            Request request = sent("Posts of an opposition site", "site-editor-12", "BR-24x7-0002");
            Document page = brazil.as("approver").open(request.there());
            List<String> grounds =
                    page.select("form#refuse select[name=ground] option[value]").eachAttr("value").stream()
                            .filter(value -> !value.isEmpty())
                            .toList();
            Story.require(
                    grounds.contains("ets185:29(5)(a)"),
                    "The closed list lacks article 29(5)(a): " + grounds + "; the findings are "
                            + page.select(".findings").text());
            Story.require(
                    grounds.stream().noneMatch(ground -> ground.contains("29(4)")),
                    "Dual criminality is offered although Brazil made no reservation: " + grounds);
            brazil.as("approver")
                    .send(
                            page,
                            "#refuse",
                            Map.of(
                                    "ground",
                                    "ets185:29(5)(a)",
                                    "reason",
                                    "The facts describe criticism of a government."));
            Matter here = portugal.awaitState(request.here(), "REFUSED");
            Story.require(here.page().text().contains("29(5)(a)"), "Portugal's page does not name the ground.");
            return List.of("only the closed list was offered: " + grounds, "Portugal reads the ground 29(5)(a)");
        });
    }

    /** The last step of all: what nobody follows up ends by itself, on both sides. */
    void lapse() {
        telling.step("lapse", () -> {
            Request request = sent("Messages of a chat account", "chat-user-88", "BR-24x7-0003");
            brazil.act("approver", request.there(), "#accept", Map.of());
            preservedBy(request.there());
            portugal.awaitState(request.here(), "PRESERVED");
            alarmed(request);
            Matter here = portugal.awaitState(request.here(), "LAPSED");
            Matter there = brazil.awaitState(request.there(), "LAPSED");
            return List.of(
                    "61 days later both clocks let it lapse, each by itself",
                    "alarms before it: " + count(here, "expiry-nears") + " here, " + count(there, "expiry-nears")
                            + " there");
        });
    }

    /** The request for the data itself, drafted from the preservation's page with all that was said there. */
    private Request followedUp(Request kept) {
        String[] path = new String[2];
        telling.step("follow-up", () -> {
            path[0] = Drafting.draftOf(
                    portugal.act("duty", kept.here(), "#further", Map.of("kind", "mutual-assistance")));
            drafting.submit(path[0], "ets185:31");
            portugal.act("approver", path[0], "#approve", Map.of());
            path[1] = arrivedAs(path[0]);
            brazil.awaitState(kept.there(), "FOLLOWUP_RECEIVED");
            portugal.awaitState(kept.here(), "FOLLOWUP_RECEIVED");
            return List.of(
                    "the request's arrival froze the preservation on both sides (ETS 185 art. 29(7))",
                    "nothing of it had to be typed again");
        });
        return new Request(path[0], path[1]);
    }

    private void handedOver(Request kept, Request request) {
        telling.step("hand-over", () -> {
            brazil.act("duty", request.there(), "#acknowledge", Map.of("ownReference", "BR-CA-0001"));
            brazil.act(
                    "duty",
                    request.there(),
                    "#offer-conditions",
                    Map.of("conditions", "Use for this investigation only.", "provision", "ets185:28(2)(b)"));
            Matter offered = portugal.awaitState(request.here(), "CONDITIONS_OFFERED");
            Story.require(!offered.offers("#accept-conditions"), "The drafter may bind the State alone.");
            portugal.act("approver", request.here(), "#accept-conditions", Map.of());
            brazil.awaitState(request.there(), "EXECUTING");
            brazil.act("duty", request.there(), "#record-obtained", Map.of("provider", "A cloud company in Brazil"));
            String digest = toCourt.handOver(request.there());
            portugal.awaitState(request.here(), "DELIVERED");
            String resumed = toCourt.fetched(request.here(), digest);
            portugal.act("duty", request.here(), "#confirm-receipt", Map.of());
            brazil.awaitState(request.there(), "RECEIPT_CONFIRMED");
            portugal.awaitState(kept.here(), "PRODUCED");
            return List.of(
                    "a second person bound Portugal to Brazil's conditions",
                    "the data went from vault to vault, sealed to Portugal; both name the same digest",
                    resumed,
                    "the preservation says that it has served its purpose");
        });
        toCourt.packed(request.here());
        history.live(portugal.matter(request.here()).conversation());
    }

    private String drafted() {
        String[] path = new String[1];
        telling.step("plan", () -> {
            path[0] = drafting.toTheRoute("Login records of a fraud account", Asked.preservation("cloud-user-4711"));
            List<String> cards = portugal.officer()
                    .open(path[0] + "/route")
                    .select("[data-route]")
                    .eachAttr("data-route");
            Story.require(!cards.isEmpty(), "The planner shows no route.");
            Story.require(
                    cards.getFirst().equals("ets185:29 open"),
                    "The best route is not article 29, open, but " + cards.getFirst() + ".");
            return List.of(cards.size() + " routes with their reasons; best: ETS 185 art. 29, open");
        });
        telling.step("draft", () -> {
            drafting.submit(path[0], "ets185:29");
            Matter waiting = portugal.matter(path[0]);
            Story.require(
                    waiting.state().equals("AWAITING_APPROVAL"), "The draft was not submitted: " + waiting.state());
            Story.require(!waiting.offers("#approve"), "The drafter is offered to approve.");
            return List.of("every element of art. 29(2) is filled", "its drafter can't approve it");
        });
        return path[0];
    }

    /** Drafted, approved, arrived, acknowledged, and checked by the other side's lawyer. */
    private Request sent(String title, String account, String theirReference) {
        String draft = drafting.toTheRoute(title, Asked.preservation(account));
        drafting.submit(draft, "ets185:29");
        portugal.act("approver", draft, "#approve", Map.of());
        portugal.awaitState(draft, "SENT");
        String arrived = arrivedAs(draft);
        brazil.act("duty", arrived, "#acknowledge", Map.of("ownReference", theirReference));
        checked(arrived);
        return new Request(draft, arrived);
    }

    private String arrivedAs(String here) {
        return brazil.arrived(portugal.matter(here).conversation());
    }

    private void checked(String arrived) {
        brazil.act("lawyer", arrived, "#legal-check", Story.legalCheck("Marco Civil, article 15"));
    }

    private void preservedBy(String arrived) {
        brazil.act(
                "duty",
                arrived,
                "#order",
                Map.of("provider", "A cloud company in Brazil", "legalBasis", "Marco Civil, article 15"));
        brazil.act("duty", arrived, "#record-preserved", Map.of("provider", "A cloud company in Brazil"));
    }

    /** Moves both clocks from alarm to alarm and then beyond the end. */
    private void alarmed(Request request) {
        for (int alarm = 0; alarm < DAYS_TO_EACH_ALARM.size(); alarm++) {
            Duration days = Duration.ofDays(DAYS_TO_EACH_ALARM.get(alarm));
            int wanted = alarm + 1;
            portugal.advance(days);
            brazil.advance(days);
            portugal.await(request.here(), matter -> count(matter, "expiry-nears") == wanted, "alarm " + wanted);
            brazil.await(request.there(), matter -> count(matter, "expiry-nears") == wanted, "alarm " + wanted);
        }
        portugal.advance(TO_THE_END);
        brazil.advance(TO_THE_END);
    }

    private static String same(Matter here, Matter there) {
        Story.require(
                !here.keptUntil().isEmpty() && here.keptUntil().equals(there.keptUntil()),
                "The sides differ: \"%s\" and \"%s\".".formatted(here.keptUntil(), there.keptUntil()));
        return here.keptUntil();
    }

    private static long count(Matter matter, String event) {
        return matter.timeline().stream().filter(event::equals).count();
    }
}
