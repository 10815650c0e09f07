package org.comity.law;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.law.source.YamlTree;

/**
 * A safeguard or limit that travels with a route: what the requesting State may not do with what it gets, or what the
 * requested State may hold against it.
 *
 * @param kind such as use-limitation, speciality, confidentiality, personal-data, political-offence or death-penalty
 * @param provision the provision that says so
 * @param article the article as cited
 * @param text what it says, in our own words
 */
public record Safeguard(String kind, String provision, String article, String text, String source, Basis basis) {

    /**
     * As an instrument's file states it.
     *
     * @param routes the provisions it travels with; empty for all routes of the instrument
     */
    record Rule(Safeguard safeguard, Set<String> routes) {

        boolean travelsWith(String route) {
            return routes.isEmpty() || routes.contains(route);
        }
    }

    /** The safeguards that travel with a route. */
    static List<Safeguard> on(String route, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.travelsWith(route))
                .map(Rule::safeguard)
                .toList();
    }

    static Safeguard of(YamlTree tree, String kind, Provision provision, Optional<String> source) {
        return new Safeguard(
                kind,
                provision.id(),
                tree.findText("article").orElse(provision.article()),
                tree.text("text"),
                source.orElseGet(provision::source),
                tree.word("basis").map(Words::basis).orElseGet(provision::basis));
    }
}
