package org.comity.node.capacity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.comity.law.State;
import org.comity.law.assistance.Region;
import org.comity.node.capacity.matching.Reach;
import org.comity.node.capacity.register.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the register; an empty part asks nothing.
 *
 * @param running {@code true} for only what stands and runs on the day of the look
 */
public record Looking(String text, String theme, String state, String language, String institution, String running) {

    public static final Looking ANYTHING = new Looking("", "", "", "", "", "");

    public Looking(
            @Nullable String text,
            @Nullable String theme,
            @Nullable String state,
            @Nullable String language,
            @Nullable String institution,
            @Nullable String running) {
        this.text = stripped(text);
        this.theme = stripped(theme);
        this.state = stripped(state).toUpperCase(Locale.ROOT);
        this.language = stripped(language).toLowerCase(Locale.ROOT);
        this.institution = stripped(institution);
        this.running = stripped(running);
    }

    private static String stripped(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    boolean finds(Entry entry, Optional<State> of, List<Region> regions, LocalDate today) {
        return (theme.isEmpty() || entry.set("themes").contains(theme))
                && (language.isEmpty() || entry.set("languages").contains(language))
                && holds(entry.institution() + " " + entry.cell("funders"), institution)
                && (!running.equals("true") || entry.stands() && entry.span().holds(today))
                && (state.isEmpty() || isFor(entry, of, regions))
                && Arrays.stream(text.split("\\s+"))
                        .allMatch(word -> holds(entry.id() + " " + entry.cells().values(), word));
    }

    private boolean isFor(Entry entry, Optional<State> of, List<Region> regions) {
        return entry.cell("state").equals(state)
                || of.filter(it -> entry.cell("state").isEmpty()
                                && Reach.of(it, entry.set("states"), regions) != Reach.NOWHERE)
                        .isPresent();
    }

    private static boolean holds(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
