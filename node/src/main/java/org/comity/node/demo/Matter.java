package org.comity.node.demo;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A request as one side's page shows it.
 *
 * @param keptUntil empty while nothing is preserved
 */
record Matter(Document page, String path, String state, String conversation, String keptUntil) {

    static Matter on(Document page) {
        Element article = page.selectFirst("article#request");
        if (article == null) {
            throw new StoryBroken(page.location() + " shows no request; it is titled \"" + page.title() + "\".");
        }
        return new Matter(
                page,
                page.location().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", ""),
                article.attr("data-state"),
                article.attr("data-conversation"),
                article.attr("data-preserved-until"));
    }

    boolean offers(String form) {
        return page.selectFirst("form" + form) != null;
    }

    Instant keptUntilInstant() {
        return Instant.parse(keptUntil);
    }

    /** What the timeline says happened, first to last. */
    List<String> timeline() {
        return page.select(".timeline [data-event]").eachAttr("data-event");
    }
}
