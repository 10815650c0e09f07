package org.comity.node.oversight.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.oversight.OversightJson;

/**
 * Draws by lot, the same number of each kind. A case's lot is SHA-256 of the seed, a colon and its identifier, in hexadecimal
 * digits; the smallest lots of a kind are drawn. Whoever has the seed and the list of cases draws the same, and nobody can
 * know a lot before the seed is there.
 */
public final class Drawing {

    private Drawing() {}

    /** @param kind the stratum */
    public record Case(UUID id, String kind) {}

    public record Drawn(Case it, int place) {}

    public static List<Drawn> draw(String seed, List<Case> all, int ofEachKind) {
        var byKind = all.stream().collect(Collectors.groupingBy(Case::kind, TreeMap::new, Collectors.toList()));
        var drawn = new ArrayList<Drawn>();
        byKind.values()
                .forEach(cases -> cases.stream()
                        .sorted(Comparator.comparing(it -> lot(seed, it)))
                        .limit(ofEachKind)
                        .forEach(it -> drawn.add(new Drawn(it, drawn.size() + 1))));
        return List.copyOf(drawn);
    }

    static String lot(String seed, Case it) {
        return OversightJson.sha256(seed + ":" + it.id());
    }

    /** Of the list from which was drawn: no case can be taken out of it or put into it afterwards without being noticed. */
    static String fingerprint(List<Case> all) {
        return OversightJson.sha256(all.stream()
                .map(it -> it.kind() + " " + it.id() + "\n")
                .sorted()
                .collect(Collectors.joining()));
    }
}
