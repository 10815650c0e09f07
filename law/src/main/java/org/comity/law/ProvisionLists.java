package org.comity.law;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Reads the lists of a provision: its deadlines, grounds of refusal, and what a request must hold. */
final class ProvisionLists {

    private ProvisionLists() {}

    static List<Deadline> deadlines(String provision, YamlTree tree) {
        return tree.items("deadlines").stream()
                .map(item -> deadline(provision, item))
                .toList();
    }

    private static Deadline deadline(String provision, YamlTree tree) {
        tree.entries(Set.of("article", "what", "duration", "unit", "from", "kind", "extension"));
        String stands = tree.findText("article")
                .map(article -> id(provision.substring(0, provision.indexOf(':')), article))
                .orElse(provision);
        return new Deadline(
                tree.text("what"),
                tree.word("duration").map(ProvisionLists::length),
                tree.word("unit")
                        .map(word -> Words.read(word, Deadline.Unit.class, "unit"))
                        .orElse(Deadline.Unit.CALENDAR),
                tree.text("from"),
                Words.read(tree.need("kind").word(), Deadline.Kind.class, "kind of deadline"),
                tree.findText("extension"),
                stands);
    }

    private static TemporalAmount length(Located word) {
        try {
            return word.text().startsWith("PT") ? Duration.parse(word.text()) : Period.parse(word.text());
        } catch (DateTimeException e) {
            throw word.fault("“" + word.text() + "” is not a length of time; write it as P60D or PT8H");
        }
    }

    static List<RefusalGround> grounds(String instrument, YamlTree tree) {
        Set<String> ids = new LinkedHashSet<>();
        return tree.items("refusal_grounds").stream()
                .map(item -> {
                    String article = item.text("article");
                    return new RefusalGround(unique(ids, id(instrument, article), item), article, item.text("ground"));
                })
                .toList();
    }

    static List<RequestElement> contents(String instrument, YamlTree tree) {
        Set<String> ids = new LinkedHashSet<>();
        return tree.items("request_contents").stream()
                .map(item -> {
                    String article = item.text("article");
                    return new RequestElement(
                            unique(ids, id(instrument, article), item),
                            article,
                            item.text("text"),
                            item.findText("part"));
                })
                .toList();
    }

    /** An id has no spaces: {@code annex I(A)} is cited as {@code annex-I(A)}. */
    private static String id(String instrument, String article) {
        return instrument + ":" + article.replace(", ", ",").replace(' ', '-');
    }

    private static String unique(Set<String> ids, String id, YamlTree item) {
        if (!ids.add(id)) {
            throw item.fault("“" + id + "” stands twice in this list");
        }
        return id;
    }
}
