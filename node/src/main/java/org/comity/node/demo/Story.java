package org.comity.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comity.node.time.WallTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main job as two States live it. Every act is a form on a page; what it led to is read from the other side's page.
 */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** From one alarm to the next: 30, 14, 7 and 2 days before the sixtieth, each with a day to spare. */
    private static final List<Integer> DAYS_TO_EACH_ALARM = List.of(31, 16, 7, 5);

    private static final int DIGITS_OF_SHA_256 = 64;

    private static final Duration TO_THE_END = Duration.ofDays(2);

    private final Telling telling;
    private final Visitor officer;
    private final Visitor approver;
    private final Visitor contactPoint;
    private final Visitor lawyer;
    private final Visitor head;

    /** @param head of the requested side's desk: decides on content, which takes two people there as well */
    Story(Telling telling, Visitor officer, Visitor approver, Visitor contactPoint, Visitor lawyer, Visitor head) {
        this.telling = telling;
        this.officer = officer;
        this.approver = approver;
        this.contactPoint = contactPoint;
        this.lawyer = lawyer;
        this.head = head;
    }

    void live() {
        Request kept = preserved();
        extended(kept);
        refused();
        lapsed(kept);
        handedOver(kept, followedUp(kept));
    }

    /** The same matter on both sides. */
    private record Request(String here, String there) {}

    private Request preserved() {
        String draft = drafted("Login records of a fraud account", "cloud-user-4711");
        telling.step("approve", () -> approved(draft));
        telling.step("send", () -> {
            Matter sent = awaitState(officer, draft, "SENT");
            return List.of(
                    "Portugal holds the signed receipt of Brazil's node",
                    "conversation " + sent.conversation() + " is the same on both sides");
        });
        String arrived = arrivedAs(draft);
        telling.step("acknowledge", () -> {
            act(contactPoint, arrived, "#acknowledge", Map.of("ownReference", "BR-24x7-0001"));
            awaitState(officer, draft, "ACKNOWLEDGED");
            return List.of("Brazil's reference stands on Portugal's page");
        });
        telling.step("accept", () -> {
            checked(arrived);
            act(head, arrived, "#accept", Map.of());
            awaitState(officer, draft, "ACCEPTED");
            return List.of("Brazil made its own legal check, and a second person accepted");
        });
        telling.step("preserve", () -> {
            preservedBy(arrived);
            Matter here = awaitState(officer, draft, "PRESERVED");
            return List.of("both sides say: preserved until " + same(here, Matter.on(contactPoint.open(arrived))));
        });
        return new Request(draft, arrived);
    }

    private void extended(Request request) {
        telling.step("extend", () -> {
            Instant before = Matter.on(officer.open(request.here())).keptUntilInstant();
            String wish = moment(before.plus(60, ChronoUnit.DAYS));
            act(
                    officer,
                    request.here(),
                    "#ask-extension",
                    Map.of("until", wish, "reason", "The court decides in March."));
            await(contactPoint, request.there(), matter -> matter.offers("#grant-extension"), "an extension to grant");
            act(contactPoint, request.there(), "#grant-extension", Map.of("until", wish));
            Matter here = awaitState(officer, request.here(), "EXTENDED");
            String until = same(here, Matter.on(contactPoint.open(request.there())));
            require(here.keptUntilInstant().isAfter(before), "The extension did not move the expiry.");
            return List.of("both sides say: preserved until " + until);
        });
    }

    private void refused() {
        telling.step("refuse", () -> {
            String draft = draft("Posts of an opposition site", "site-editor-12");
            approved(draft);
            awaitState(officer, draft, "SENT");
            String arrived = arrivedAs(draft);
            act(contactPoint, arrived, "#acknowledge", Map.of("ownReference", "BR-24x7-0002"));
            checked(arrived);
            Document page = head.open(arrived);
            List<String> grounds =
                    page.select("form#refuse select[name=ground] option[value]").eachAttr("value").stream()
                            .filter(value -> !value.isEmpty())
                            .toList();
            require(
                    grounds.contains("ets185:29(5)(a)"),
                    "The closed list lacks article 29(5)(a): " + grounds + "; the findings are "
                            + page.select(".findings").text());
            require(
                    grounds.stream().noneMatch(ground -> ground.contains("29(4)")),
                    "Dual criminality is offered although Brazil made no reservation: " + grounds);
            head.send(
                    page,
                    "#refuse",
                    Map.of("ground", "ets185:29(5)(a)", "reason", "The facts describe criticism of a government."));
            Matter here = awaitState(officer, draft, "REFUSED");
            require(here.page().text().contains("29(5)(a)"), "Portugal's page does not name the ground.");
            return List.of("only the closed list was offered: " + grounds, "Portugal reads the ground 29(5)(a)");
        });
    }

    private void lapsed(Request kept) {
        telling.step("lapse", () -> {
            String draft = draft("Messages of a chat account", "chat-user-88");
            approved(draft);
            awaitState(officer, draft, "SENT");
            String arrived = arrivedAs(draft);
            act(contactPoint, arrived, "#acknowledge", Map.of("ownReference", "BR-24x7-0003"));
            checked(arrived);
            act(head, arrived, "#accept", Map.of());
            preservedBy(arrived);
            awaitState(officer, draft, "PRESERVED");
            alarmed(draft, arrived);
            Matter here = awaitState(officer, draft, "LAPSED");
            Matter there = awaitState(contactPoint, arrived, "LAPSED");
            Matter other = Matter.on(officer.open(kept.here()));
            require(other.state().equals("EXTENDED"), "The extended preservation lapsed too: " + other.state());
            return List.of(
                    "61 days later both clocks let it lapse, each by itself",
                    "alarms before it: " + count(here, "expiry-nears") + " here, " + count(there, "expiry-nears")
                            + " there",
                    "the extended one is still kept");
        });
    }

    /** The request for the data itself, drafted from the preservation's page with all that was said there. */
    private Request followedUp(Request kept) {
        String[] path = new String[2];
        telling.step("follow-up", () -> {
            Document data = officer.send(officer.open(kept.here()), "#further", Map.of("kind", "mutual-assistance"));
            path[0] = data.location().replaceFirst("^https?://[^/]+", "").replaceFirst("/data.*$", "");
            takenBy(path[0], "ets185:31");
            approved(path[0]);
            path[1] = arrivedAs(path[0]);
            awaitState(contactPoint, kept.there(), "FOLLOWUP_RECEIVED");
            awaitState(officer, kept.here(), "FOLLOWUP_RECEIVED");
            return List.of(
                    "the request's arrival froze the preservation on both sides (ETS 185 art. 29(7))",
                    "nothing of it had to be typed again");
        });
        return new Request(path[0], path[1]);
    }

    private void handedOver(Request kept, Request request) {
        telling.step("hand-over", () -> {
            act(contactPoint, request.there(), "#acknowledge", Map.of("ownReference", "BR-CA-0001"));
            act(
                    contactPoint,
                    request.there(),
                    "#offer-conditions",
                    Map.of("conditions", "Use for this investigation only.", "provision", "ets185:28(2)(b)"));
            awaitState(officer, request.here(), "CONDITIONS_OFFERED");
            require(
                    !Matter.on(officer.open(request.here())).offers("#accept-conditions"),
                    "The drafter may bind the State alone.");
            act(approver, request.here(), "#accept-conditions", Map.of());
            awaitState(contactPoint, request.there(), "EXECUTING");
            act(contactPoint, request.there(), "#record-obtained", Map.of("provider", "A cloud company in Brazil"));
            act(
                    contactPoint,
                    request.there(),
                    "#hand-over",
                    Map.of("reference", "Sealed medium 1", "digest", "a".repeat(DIGITS_OF_SHA_256)));
            Matter here = awaitState(officer, request.here(), "DELIVERED");
            require(
                    here.page().text().contains("sha256:" + "a".repeat(DIGITS_OF_SHA_256)),
                    "Portugal's page does not show the digest.");
            act(officer, request.here(), "#confirm-receipt", Map.of());
            awaitState(contactPoint, request.there(), "RECEIPT_CONFIRMED");
            awaitState(officer, kept.here(), "PRODUCED");
            return List.of(
                    "a second person bound Portugal to Brazil's conditions",
                    "both sides name the same reference and digest",
                    "the preservation says that it has served its purpose");
        });
    }

    private String drafted(String title, String account) {
        String[] path = new String[1];
        telling.step("plan", () -> {
            path[0] = draftTo(title, account);
            Document routes = officer.open(path[0] + "/route");
            List<String> cards = routes.select("[data-route]").eachAttr("data-route");
            require(!cards.isEmpty(), "The planner shows no route.");
            require(
                    cards.getFirst().equals("ets185:29 open"),
                    "The best route is not article 29, open, but " + cards.getFirst() + ".");
            return List.of(cards.size() + " routes with their reasons; best: ETS 185 art. 29, open");
        });
        telling.step("draft", () -> {
            completed(path[0]);
            Matter waiting = Matter.on(officer.open(path[0]));
            require(waiting.state().equals("AWAITING_APPROVAL"), "The draft was not submitted: " + waiting.state());
            require(!waiting.offers("#approve"), "The drafter is offered to approve.");
            return List.of("every element of art. 29(2) is filled", "its drafter can't approve it");
        });
        return path[0];
    }

    private String draft(String title, String account) {
        String path = draftTo(title, account);
        completed(path);
        return path;
    }

    /** Up to the question which route. */
    private String draftTo(String title, String account) {
        Document caseFile = officer.send(
                officer.open("/cases/new"),
                "#open-case",
                Map.of(
                        "title",
                        title,
                        "offence",
                        "ets185:2",
                        "facts",
                        "An unknown person took over the account and moved the money of 40 people."));
        Document data = officer.send(caseFile, "#new-request", Map.of());
        String path = data.location().replaceFirst("^https?://[^/]+", "").replaceFirst("/data.*$", "");
        officer.send(
                data,
                "#data",
                Map.of(
                        "categories",
                        "content",
                        "identifiers[0].kind",
                        "account",
                        "identifiers[0].value",
                        account,
                        "from",
                        moment(now().minus(30, ChronoUnit.DAYS)),
                        "to",
                        moment(now().minus(1, ChronoUnit.DAYS))));
        officer.send(
                officer.open(path + "/service"),
                "#service",
                Map.of("provider", "A cloud company in Brazil", "relation", "The account received the stolen money."));
        officer.send(
                officer.open(path + "/offence"),
                "#offence",
                Map.of("offence", "ets185:2", "offenceText", "Illegal access", "penalty", "Up to five years"));
        officer.send(officer.open(path + "/where"), "#where", Map.of("requestedState", "BR"));
        officer.send(
                officer.open(path + "/urgency"),
                "#urgency",
                Map.of(
                        "urgency",
                        "urgent",
                        "urgencyReason",
                        "The provider deletes login records after 30 days.",
                        "mlaIntended",
                        "yes",
                        "mlaDate",
                        now().plus(20, ChronoUnit.DAYS)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString(),
                        "mlaAuthority",
                        "Central authority, Portugal"));
        return path;
    }

    private void completed(String path) {
        takenBy(path, "ets185:29");
    }

    /** Takes the route, gives the safeguards, and hands the draft to the second person. */
    private void takenBy(String path, String provision) {
        Document routes = officer.open(path + "/route");
        Element choose = routes.selectFirst("[data-route='%s open'] form.choose".formatted(provision));
        if (choose == null) {
            throw new StoryBroken(provision + " can't be chosen: "
                    + routes.select("[data-route]").eachAttr("data-route"));
        }
        officer.send(routes, "#" + choose.id(), Map.of());
        officer.send(
                officer.open(path + "/safeguards"),
                "#safeguards",
                Map.of(
                        "legality",
                        "Cybercrime Act, article 12; ETS 185 article 29.",
                        "necessity",
                        "Nothing else shows who used the account.",
                        "proportionality",
                        "One account, thirty days."));
        officer.send(officer.open(path + "/check"), "#submit-for-approval", Map.of());
    }

    private List<String> approved(String path) {
        act(approver, path, "#approve", Map.of());
        return List.of("a second person approved; the request and its envelope were committed together");
    }

    private String arrivedAs(String here) {
        String conversation = Matter.on(officer.open(here)).conversation();
        Instant deadline = now().plus(PATIENCE);
        while (now().isBefore(deadline)) {
            Element row = contactPoint.open("/incoming").selectFirst("a.row[href$=/requests/" + conversation + "]");
            if (row != null) {
                return row.attr("href");
            }
            pause();
        }
        throw new StoryBroken("The request did not arrive on Brazil's page of incoming requests.");
    }

    private void checked(String arrived) {
        act(
                lawyer,
                arrived,
                "#legal-check",
                Map.of(
                        "legality",
                        "Marco Civil, article 15; ETS 185 article 29.",
                        "necessity",
                        "The data is deleted within days.",
                        "proportionality",
                        "One account, a limited time.",
                        "ownLawBasis",
                        "Marco Civil, article 15"));
    }

    private void preservedBy(String arrived) {
        act(
                contactPoint,
                arrived,
                "#order",
                Map.of("provider", "A cloud company in Brazil", "legalBasis", "Marco Civil, article 15"));
        act(contactPoint, arrived, "#record-preserved", Map.of("provider", "A cloud company in Brazil"));
    }

    /** Moves both clocks from alarm to alarm and then beyond the end. */
    private void alarmed(String here, String there) {
        for (int alarm = 0; alarm < DAYS_TO_EACH_ALARM.size(); alarm++) {
            Duration days = Duration.ofDays(DAYS_TO_EACH_ALARM.get(alarm));
            int wanted = alarm + 1;
            advance(officer, days);
            advance(contactPoint, days);
            await(officer, here, matter -> count(matter, "expiry-nears") == wanted, "alarm " + wanted);
            await(contactPoint, there, matter -> count(matter, "expiry-nears") == wanted, "alarm " + wanted);
        }
        advance(officer, TO_THE_END);
        advance(contactPoint, TO_THE_END);
    }

    private static void advance(Visitor visitor, Duration by) {
        visitor.send(visitor.open("/exercise"), "#advance", Map.of("advance", by.toString()));
    }

    private static void act(Visitor visitor, String path, String form, Map<String, String> values) {
        visitor.send(visitor.open(path), form, values);
    }

    private Matter awaitState(Visitor visitor, String path, String state) {
        return await(visitor, path, matter -> matter.state().equals(state), "the state " + state);
    }

    private static Matter await(Visitor visitor, String path, Predicate<Matter> condition, String wanted) {
        Instant deadline = now().plus(PATIENCE);
        Matter last = Matter.on(visitor.open(path));
        while (!condition.test(last)) {
            if (now().isAfter(deadline)) {
                throw new StoryBroken("%s never showed %s; it shows %s.".formatted(path, wanted, last.state()));
            }
            pause();
            last = Matter.on(visitor.open(path));
        }
        return last;
    }

    private static String same(Matter here, Matter there) {
        require(
                !here.keptUntil().isEmpty() && here.keptUntil().equals(there.keptUntil()),
                "The sides differ: \"%s\" and \"%s\".".formatted(here.keptUntil(), there.keptUntil()));
        return here.keptUntil();
    }

    private static long count(Matter matter, String event) {
        return matter.timeline().stream().filter(event::equals).count();
    }

    /** As a browser sends a date and time; the pages say that they mean UTC. */
    private static String moment(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoryBroken(otherwise);
        }
    }

    private static Instant now() {
        return WallTime.clock().instant();
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted.");
        }
    }
}
