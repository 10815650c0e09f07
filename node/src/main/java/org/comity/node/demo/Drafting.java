package org.comity.node.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A desk's officer at the pages that lead from a case file to a request before the second person. */
final class Drafting {

    private final Desk desk;

    Drafting(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is asked and of whom.
     *
     * @param kind as pages name it, such as {@code preservation}
     * @param state ISO 3166-1 alpha-2, or {@code unknown}
     * @param more answers of single pages, by page, in place of the usual ones
     */
    record Asked(
            String kind,
            String categories,
            String account,
            String provider,
            String state,
            Map<String, Map<String, String>> more) {

        static Asked preservation(String account) {
            return new Asked("preservation", "content", account, "A cloud company in Brazil", "BR", Map.of());
        }
    }

    /** Opens a case file and answers every question up to the route; returns the draft's path. */
    String toTheRoute(String title, Asked asked) {
        return inCase(caseFile(title), asked);
    }

    String caseFile(String title) {
        return path(desk.act(
                "duty",
                "/cases/new",
                "#open-case",
                Map.of(
                        "title",
                        title,
                        "offence",
                        "ets185:2",
                        "facts",
                        "An unknown person took over the account and moved the money of 40 people.")));
    }

    /** As {@link #toTheRoute}, in a case file that is open already. */
    String inCase(String caseFile, Asked asked) {
        Document data = desk.act("duty", caseFile, "#new-request", Map.of("kind", asked.kind()));
        String path = draftOf(data);
        answer(path, "data", asked, data(asked));
        answer(
                path,
                "service",
                asked,
                Map.of("provider", asked.provider(), "relation", "The account received the stolen money."));
        answer(
                path,
                "offence",
                asked,
                Map.of("offence", "ets185:2", "offenceText", "Illegal access", "penalty", "Up to five years"));
        answer(path, "where", asked, Map.of("requestedState", asked.state()));
        answer(path, "urgency", asked, urgency(asked));
        return path;
    }

    /** The draft to which a page of it belongs. */
    static String draftOf(Document page) {
        return path(page).replaceFirst("/data$", "");
    }

    static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
    }

    /** As a browser sends a date and time; the pages say that they mean UTC. */
    static String moment(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** Takes the route, gives the safeguards, and hands the draft to the second person. */
    void submit(String path, String provision) {
        take(path, provision, Map.of());
        safeguards(path, Map.of());
        desk.act("duty", path + "/check", "#submit-for-approval", Map.of());
    }

    /** @param choice such as the party to whom it goes, where there are several */
    void take(String path, String provision, Map<String, String> choice) {
        Document routes = desk.officer().open(path + "/route");
        Element choose = routes.selectFirst("[data-route^='%s '] form.choose".formatted(provision));
        if (choose == null) {
            throw new StoryBroken(provision + " can't be chosen: "
                    + routes.select("[data-route]").eachAttr("data-route"));
        }
        desk.officer().send(routes, "#" + choose.id(), choice);
    }

    void safeguards(String path, Map<String, String> more) {
        Map<String, String> said = new HashMap<>(Map.of(
                "legality",
                "Cybercrime Act, article 12; ETS 185 article 29.",
                "necessity",
                "Nothing else shows who used the account.",
                "proportionality",
                "One account, thirty days."));
        said.putAll(more);
        desk.act("duty", path + "/safeguards", "#ask-safeguards", said);
    }

    private void answer(String path, String page, Asked asked, Map<String, String> usual) {
        Map<String, String> said = new HashMap<>(usual);
        said.putAll(asked.more().getOrDefault(page, Map.of()));
        desk.act("duty", path + "/" + page, "#ask-" + page, said);
    }

    private static Map<String, String> data(Asked asked) {
        return Map.of(
                "categories",
                asked.categories(),
                "identifiers[0].kind",
                "account",
                "identifiers[0].value",
                asked.account(),
                "from",
                moment(Desk.now().minus(30, ChronoUnit.DAYS)),
                "to",
                moment(Desk.now().minus(1, ChronoUnit.DAYS)));
    }

    private static Map<String, String> urgency(Asked asked) {
        if (asked.kind().startsWith("emergency")) {
            return Map.of();
        }
        Map<String, String> said = new HashMap<>(
                Map.of("urgency", "urgent", "urgencyReason", "The provider deletes login records after 30 days."));
        if (asked.kind().equals("preservation")) {
            said.put("mlaIntended", "yes");
            said.put(
                    "mlaDate",
                    Desk.now()
                            .plus(20, ChronoUnit.DAYS)
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString());
            said.put("mlaAuthority", "Central authority, Portugal");
        }
        return said;
    }
}
