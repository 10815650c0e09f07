package org.comity.node.frame;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the shell of a page shows besides the page.
 *
 * @param viewer the signed-in person's name, or null before sign-in
 * @param exercise whether the node plays, which every page says
 * @param reminders what else every page says for now
 */
public record Frame(
        String organisation,
        String state,
        boolean exercise,
        @Nullable String viewer,
        List<Place> places,
        List<String> reminders,
        String language,
        String direction) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    /** One place of the rail. */
    public record Place(String label, String path, int waiting, boolean current, boolean minor) {}

    static String directionOf(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
}
