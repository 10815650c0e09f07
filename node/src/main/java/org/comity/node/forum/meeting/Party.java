package org.comity.node.forum.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who takes part: a State by its two letters, another body by its name. Written {@code BR}, {@code observer:PS},
 * {@code union:EU}, {@code igo:Council of Europe}.
 */
public record Party(Kind kind, String name) {

    /** In the order in which a report lists them. */
    public enum Kind {
        STATE(""),
        OBSERVER_STATE("observer"),
        UNION("union"),
        SECRETARIAT("secretariat"),
        IGO("igo"),
        ACADEMIA("academia"),
        NGO("ngo"),
        PRIVATE_SECTOR("company");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a two-letter code names it. */
        public boolean isState() {
            return this == STATE || this == OBSERVER_STATE;
        }
    }

    public static Party state(String code) {
        return new Party(Kind.STATE, code);
    }

    /** As {@link #toString()} writes it; empty if it is neither a code nor a known kind with a name. */
    public static Optional<Party> of(String text) {
        var colon = text.indexOf(':');
        var prefix = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var name = text.substring(colon + 1).strip();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.prefix.equals(prefix))
                .map(kind -> new Party(kind, kind.isState() ? name.toUpperCase(Locale.ROOT) : name))
                .filter(party -> party.kind.isState() ? party.name.matches("[A-Z]{2}") : !party.name.isEmpty())
                .findFirst();
    }

    @Override
    public String toString() {
        return kind.prefix.isEmpty() ? name : kind.prefix + ":" + name;
    }
}
