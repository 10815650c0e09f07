package org.comity.node.forum.meeting;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a document: series, year or session, part and number, and what came after it. All languages of a document
 * share one.
 *
 * @param series such as {@code UNODC/CCPCJ/EG.4}
 * @param year of the meeting; 0 where the series counts sessions in its own name
 * @param part {@code L.}, {@code CRP.}, {@code INF/}, {@code R.}, or empty for the general series
 * @param endings {@code /Add.1}, {@code /Rev.2}, {@code /Corr.1} in the order in which they were added
 */
public record Symbol(String series, int year, String part, int number, String endings) {

    private static final Pattern FORM =
            Pattern.compile("(?<series>[A-Z][A-Za-z0-9./]*?)/(?<year>(?:19|20)\\d\\d)/(?<part>L\\.|CRP\\.|INF/|R\\.|)"
                    + "(?<number>\\d{1,4})(?<endings>(?:/(?:Add|Rev|Corr)\\.\\d{1,3})*)");

    public static Optional<Symbol> of(String text) {
        var found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(new Symbol(
                        found.group("series"),
                        Integer.parseInt(found.group("year")),
                        found.group("part"),
                        Integer.parseInt(found.group("number")),
                        found.group("endings")))
                : Optional.empty();
    }

    /** The first that is free in a part of a series. */
    public static Symbol next(String series, int year, String part, Collection<String> taken) {
        var highest = taken.stream()
                .flatMap(text -> of(text).stream())
                .filter(it -> it.series.equals(series) && it.year == year && it.part.equals(part))
                .mapToInt(Symbol::number)
                .max()
                .orElse(0);
        return new Symbol(series, year, part, highest + 1, "");
    }

    /** The next addendum, revision or corrigendum of this document. @param kind {@code Add}, {@code Rev} or {@code Corr} */
    public Symbol following(String kind, Collection<String> taken) {
        var number = 1;
        while (taken.contains(this + "/" + kind + "." + number)) {
            number++;
        }
        return new Symbol(series, year, part, this.number, endings + "/" + kind + "." + number);
    }

    /** Drafts are limited, what is marked so is restricted, all else is for everyone. */
    public Distribution distribution() {
        return switch (part) {
            case "L." -> Distribution.LIMITED;
            case "R." -> Distribution.RESTRICTED;
            default -> Distribution.GENERAL;
        };
    }

    @Override
    public String toString() {
        return series + "/" + year + "/" + part + number + endings;
    }
}
