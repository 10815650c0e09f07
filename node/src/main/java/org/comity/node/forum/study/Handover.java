package org.comity.node.forum.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A section of a reply in the hands of another institution or person of the node.
 *
 * @param to {@code person:} and an id, or {@code unit:} and the name of a desk or institution
 * @param name of who it is, as colleagues see it
 * @param note what is asked of them; may be empty
 * @param done when they gave it back
 */
public record Handover(
        String theme,
        String to,
        String name,
        LocalDate due,
        String note,
        String by,
        Instant at,
        Optional<Instant> done) {

    public boolean isOpen() {
        return done.isEmpty();
    }

    Handover doneAt(Instant now) {
        return new Handover(theme, to, name, due, note, by, at, Optional.of(now));
    }
}
