package org.comity.node.forum.mandate;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * An office of a body, held by a State or a group, never by a named person.
 *
 * @param seat regional group or union for which it is held; may be empty
 * @param state code of the State that holds it; empty where only the seat is known
 * @param from empty if not on record
 * @param until last day
 * @param basis decision that gave it
 */
public record Office(
        Kind kind,
        String seat,
        String state,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String basis,
        Provenance provenance) {

    /** The bureau, and who joins it in the extended one. */
    public enum Kind {
        CHAIR,
        VICE_CHAIR,
        RAPPORTEUR,
        EXTENDED_BUREAU;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isOfTheBureau() {
            return this != EXTENDED_BUREAU;
        }
    }

    public boolean isHeldOn(LocalDate day) {
        return from.map(first -> !first.isAfter(day)).orElse(true)
                && until.map(last -> !last.isBefore(day)).orElse(true);
    }

    /** The State, or the seat where no State is on record. */
    public String holder() {
        return state.isEmpty() ? seat : state;
    }
}
