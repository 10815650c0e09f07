package org.comity.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A treaty, a regional act or a national act that reaches across borders.
 *
 * @param id short id, such as {@code ets185}
 * @param title full title
 * @param shortTitle how a sentence calls it, such as “the Budapest Convention”
 * @param inForce entry into force in general; empty while it is not in force
 * @param appliesFrom day from which it is applied, where later than its entry into force
 * @param texts further facts by key: symbol, depositary, adopted, status, in_force_rule ...
 * @param provisions its provisions in order
 */
public record Instrument(
        String id,
        String title,
        String shortTitle,
        Optional<LocalDate> inForce,
        Optional<LocalDate> appliesFrom,
        Map<String, String> texts,
        List<Provision> provisions,
        List<String> sources,
        LocalDate asOf,
        Basis basis) {

    public Instrument {
        texts = Map.copyOf(texts);
        provisions = List.copyOf(provisions);
        sources = List.copyOf(sources);
    }

    /** Whether it was in force, and applied, on this day. */
    public boolean inForceOn(LocalDate day) {
        return inForce.filter(d -> !day.isBefore(d)).isPresent()
                && appliesFrom.filter(day::isBefore).isEmpty();
    }

    /** The same instrument, in force from this day on. */
    Instrument inForceFrom(LocalDate day, String source, LocalDate asOf, Basis basis) {
        return new Instrument(
                id,
                title,
                shortTitle,
                Optional.of(day),
                appliesFrom.filter(day::isBefore),
                texts,
                provisions,
                List.of(source),
                asOf,
                basis);
    }

    /** A further fact, such as {@code depositary}. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    public Optional<Provision> provision(String id) {
        return provisions.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The sources in one line. */
    public String source() {
        return String.join("; ", sources);
    }
}
