package org.comity.node.forum.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.recommendation.Recommendation.State;

/**
 * What was suggested, theme by theme: the list that the draft report of 2018 left open. Parties stand in the conventional
 * order: States, observers and others by kind, each in the English alphabet.
 *
 * @param parts in the order of the themes
 */
public record Compilation(List<Part> parts) {

    private static final Set<State> LISTED = Set.of(State.PROPOSED, State.COMPILED, State.ADOPTED);

    public Compilation {
        parts = List.copyOf(parts);
    }

    public record Part(String theme, List<Entry> entries) {

        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param letter (a), (b), … within its theme
     * @param proposers restricted; their number is not
     */
    public record Entry(
            String letter,
            Recommendation recommendation,
            List<Party> proposers,
            List<Party> supporters,
            List<Party> disputers) {}

    /** @param themes in the order of the report; others follow in the order of their first entry */
    public static Compilation of(List<Recommendation> all, List<String> themes, Function<Party, String> names) {
        var byTheme = new LinkedHashMap<String, List<Recommendation>>();
        themes.forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        all.stream()
                .filter(it -> LISTED.contains(it.state()))
                .forEach(it -> byTheme.computeIfAbsent(it.theme(), _ -> new ArrayList<>())
                        .add(it));
        return new Compilation(byTheme.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> new Part(part.getKey(), entries(part.getValue(), names)))
                .toList());
    }

    private static List<Entry> entries(List<Recommendation> recommendations, Function<Party, String> names) {
        var entries = new ArrayList<Entry>();
        for (var it : recommendations) {
            entries.add(new Entry(
                    letter(entries.size()),
                    it,
                    ordered(it.proposers(), names),
                    ordered(it.supporters(), names),
                    ordered(it.disputers(), names)));
        }
        return entries;
    }

    /** The conventional order. */
    public static List<Party> ordered(List<Party> parties, Function<Party, String> names) {
        return parties.stream()
                .distinct()
                .sorted(Comparator.comparing(Party::kind).thenComparing(names, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** (a) to (z), then (aa). */
    public static String letter(int place) {
        var letters = "";
        for (int rest = place; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('a' + rest % 26) + letters;
        }
        return "(" + letters + ")";
    }

    public int size() {
        return parts.stream().mapToInt(part -> part.entries().size()).sum();
    }
}
