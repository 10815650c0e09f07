package org.comity.node.forum.study;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;

/** How far answers to a question of one version compare with those to the question of the same identifier in another. */
public enum Comparability {
    SAME,
    /** Asked in other words; the answers compare. */
    REWORDED,
    /** Options were added or dropped; those that both have compare. */
    OTHER_OPTIONS,
    /** Asked in one version only. */
    ABSENT;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Comparability between(Optional<Question> earlier, Optional<Question> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return ABSENT;
        }
        var one = earlier.get();
        var other = later.get();
        if (!new HashSet<>(one.options()).equals(new HashSet<>(other.options()))) {
            return OTHER_OPTIONS;
        }
        return one.text().equals(other.text()) ? SAME : REWORDED;
    }
}
