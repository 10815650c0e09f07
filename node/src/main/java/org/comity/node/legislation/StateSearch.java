package org.comity.node.legislation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.law.State;

/**
 * Which States a reader looks for.
 *
 * @param text part of a name in any of the six UN languages, or an ISO code; empty for all
 * @param instrument id of an instrument that must bind them on the date
 * @param group UN electoral group
 */
public record StateSearch(String text, Optional<String> instrument, Optional<String> group, LocalDate on) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public StateSearch {
        text = text.strip();
    }

    boolean finds(State state) {
        return group.filter(g -> !g.equals(state.group())).isEmpty() && (text.isEmpty() || rank(state) < NO_MATCH);
    }

    static final int NO_MATCH = 3;

    /** A code that was typed whole comes first, then names that begin with the text, then the rest. */
    int rank(State state) {
        if (text.equalsIgnoreCase(state.code().value())
                || text.equalsIgnoreCase(state.iso3())
                || (!text.isEmpty() && text.equals(state.m49()))) {
            return 0;
        }
        String wanted = folded(text);
        int best = NO_MATCH;
        for (String name : state.names().values()) {
            String folded = folded(name);
            if (folded.startsWith(wanted)) {
                return 1;
            }
            if (folded.contains(wanted)) {
                best = 2;
            }
        }
        return best;
    }

    /** The name in which the text was found, where that is not the English one. */
    Optional<String> foundIn(State state) {
        String wanted = folded(text);
        if (text.isEmpty() || folded(state.name()).contains(wanted)) {
            return Optional.empty();
        }
        return state.names().values().stream()
                .filter(name -> folded(name).contains(wanted))
                .sorted()
                .findFirst();
    }

    /** Without case and accents, so that “cote d'ivoire” finds Côte d’Ivoire. */
    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
