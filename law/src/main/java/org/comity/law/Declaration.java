package org.comity.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A reservation, declaration or designation of a State.
 *
 * @param article the article it concerns, as cited
 * @param kind reservation, declaration, authority-designation or territorial
 * @param effects what it changes, as codes with an optional value, such as {@code LANG=EN|FR}
 * @param summary what it says, in our own words
 * @param validFrom day from which it counts; empty where not known
 * @param validTo day on which it was withdrawn
 */
public record Declaration(
        String instrument,
        StateCode state,
        String article,
        String kind,
        List<String> effects,
        String summary,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String source,
        LocalDate asOf,
        Basis basis) {

    public Declaration {
        effects = List.copyOf(effects);
    }

    /** Whether the State may take it back; whom it has designated it can only change. */
    public boolean canBeWithdrawn() {
        return !kind.equals("authority-designation");
    }

    /** Whether it counted on this day: from its first day on, until the day before its withdrawal. */
    public boolean inForceOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty() && !withdrawnBy(day);
    }

    /** Whether it had been withdrawn by this day. */
    public boolean withdrawnBy(LocalDate day) {
        return validTo.filter(d -> !day.isBefore(d)).isPresent();
    }

    /** The same, withdrawn with effect from this day. */
    Declaration withdrawnOn(LocalDate day) {
        return new Declaration(
                instrument, state, article, kind, effects, summary, validFrom, Optional.of(day), source, asOf, basis);
    }

    boolean hasEffect(Collection<String> codes) {
        return !Collections.disjoint(effects, codes);
    }
}
