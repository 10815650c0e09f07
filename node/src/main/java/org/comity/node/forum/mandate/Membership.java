package org.comity.node.forum.mandate;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A State's seat in a body whose members are elected. Who is elected again has a further one.
 *
 * @param from first day; empty if not on record
 * @param until last day
 * @param basis decision that gave it; empty where only the State is on record
 * @param ended decision or letter by which it ended before its time; empty where it ran out
 */
public record Membership(
        String state,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String basis,
        String ended,
        Provenance provenance) {

    @JsonCreator
    public Membership {}

    /** As bodies were kept before their members had dates. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Membership undated(String state) {
        return new Membership(state, Optional.empty(), Optional.empty(), "", "", Provenance.entered(""));
    }

    public boolean isHeldOn(LocalDate day) {
        return from.map(first -> !first.isAfter(day)).orElse(true)
                && until.map(last -> !last.isBefore(day)).orElse(true);
    }

    boolean overlaps(Membership other) {
        return state.equals(other.state)
                && !from.orElse(LocalDate.MIN).isAfter(other.until.orElse(LocalDate.MAX))
                && !other.from.orElse(LocalDate.MIN).isAfter(until.orElse(LocalDate.MAX));
    }
}
