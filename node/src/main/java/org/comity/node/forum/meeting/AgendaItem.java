package org.comity.node.forum.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * An item of the agenda with its own clock.
 *
 * @param number such as {@code 2} or {@code 1(c)}
 * @param outcome what was decided, in a word or two; may be empty
 */
public record AgendaItem(
        String number, String title, String outcome, Optional<Instant> openedAt, Optional<Instant> closedAt) {

    public static AgendaItem of(String number, String title) {
        return new AgendaItem(number, title, "", Optional.empty(), Optional.empty());
    }

    public boolean isOpen() {
        return openedAt.isPresent() && closedAt.isEmpty();
    }

    public boolean isSubItem() {
        return number.contains("(");
    }

    public AgendaItem opened(Instant at) {
        return new AgendaItem(number, title, outcome, Optional.of(openedAt.orElse(at)), Optional.empty());
    }

    public AgendaItem closed(Instant at) {
        return new AgendaItem(number, title, outcome, openedAt, Optional.of(at));
    }
}
