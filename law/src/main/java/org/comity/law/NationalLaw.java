package org.comity.law;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The law of a State, set against the provisions of the instruments.
 *
 * @param asOf year or month that the file stands for
 * @param coverage full, partial or minimal: how much of that law the file holds
 * @param gaps provisions for which no law was found
 * @param notes what was read and what is doubtful; empty if nothing
 */
public record NationalLaw(
        StateCode state,
        String asOf,
        String coverage,
        List<Act> acts,
        List<NationalProvision> provisions,
        List<String> gaps,
        String notes) {

    public NationalLaw {
        acts = List.copyOf(acts);
        provisions = List.copyOf(provisions);
        gaps = List.copyOf(gaps);
    }

    /** A State of whose law the data set holds nothing. */
    static NationalLaw unknown(StateCode state, LocalDate asOf) {
        return new NationalLaw(state, YearMonth.from(asOf).toString(), "minimal", List.of(), List.of(), List.of(), "");
    }

    /** The same law with other acts and provisions; what is now covered is a gap no longer. */
    NationalLaw holding(List<Act> acts, List<NationalProvision> provisions) {
        Set<String> covered = provisions.stream()
                .filter(p -> p.inForce() && p.covers())
                .map(NationalProvision::mapsTo)
                .collect(Collectors.toSet());
        return new NationalLaw(
                state,
                asOf,
                coverage,
                acts,
                provisions,
                gaps.stream().filter(gap -> !covered.contains(gap)).toList(),
                notes);
    }

    /** The act with this id in this file. */
    public Optional<Act> act(String id) {
        return acts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The provisions known to be law on this day that are set against this provision of an instrument. */
    public List<NationalProvision> on(String provision, LocalDate day) {
        return provisions.stream()
                .filter(p -> p.mapsTo().equals(provision) && appliesOn(p, day))
                .toList();
    }

    /** Whether the provision is known to be law on this day. */
    public boolean appliesOn(NationalProvision provision, LocalDate day) {
        return provision.inForceOn(day)
                && appliesFrom(provision).filter(day::isBefore).isEmpty();
    }

    /**
     * The day from which the provision is known to be law: its own; or, where it came into its act later, the day since which
     * it is known; or else the first of the year after its act was enacted, because within that year only the month in which
     * it was read can tell. Empty where none of them is known.
     */
    public Optional<LocalDate> appliesFrom(NationalProvision provision) {
        return provision
                .validFrom()
                .or(provision::knownSince)
                .or(() -> act(provision.act())
                        .flatMap(Act::enacted)
                        .map(year -> provision
                                .readIn(year)
                                .orElse(LocalDate.of(year, Month.DECEMBER, 31).plusDays(1))));
    }

    /**
     * An act of national law.
     *
     * @param id unique in the file
     * @param originalTitle title in its own language
     */
    public record Act(
            String id,
            String title,
            Optional<String> originalTitle,
            Optional<String> citation,
            Optional<Integer> enacted,
            Optional<String> url) {}

    /**
     * A provision of national law.
     *
     * @param mapsTo the provision it is set against, such as {@code ets185:2}
     * @param act id of the act
     * @param article where it stands; empty where the number was not established
     * @param elements what the offence asks for, such as {@code requires_security_breach}; absent is unknown
     * @param elementsInferred whether the elements come from the heading or a model law, not from the wording
     * @param penaltyMaxMonths longest custodial sentence; 9999 is life
     * @param penaltyRecalled whether the penalty is only recalled although the article was read
     * @param coverage full, partial, none or unknown: how far it covers {@code mapsTo}
     * @param inForce false for enacted law that has not commenced
     * @param validFrom day on which it begins to apply, where the file knows it and it matters
     * @param validTo first day on which it no longer applies; empty while it stands
     * @param knownSince for a provision that came into its act later, or took its present wording later, on a day that is not
     *     known: the first day on which it is known to be law; what was before is not known
     */
    public record NationalProvision(
            String mapsTo,
            String act,
            Optional<String> article,
            String heading,
            String summary,
            Map<String, Boolean> elements,
            boolean elementsInferred,
            Optional<Integer> penaltyMaxMonths,
            Optional<Integer> penaltyAggravatedMaxMonths,
            boolean penaltyRecalled,
            String coverage,
            boolean inForce,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            Optional<LocalDate> knownSince,
            String source,
            Basis basis,
            Optional<String> seen,
            String asOf) {

        public NationalProvision {
            elements = Map.copyOf(elements);
        }

        /** Whether its own dates let it apply on this day; {@link NationalLaw#appliesOn} also looks at the year of its act. */
        public boolean inForceOn(LocalDate day) {
            return inForce
                    && validFrom.filter(day::isBefore).isEmpty()
                    && validTo.filter(end -> !day.isBefore(end)).isEmpty();
        }

        /** The first day of the month that the row stands for, if that month is one of the year. */
        private Optional<LocalDate> readIn(int year) {
            return asOf.startsWith(year + "-")
                    ? Optional.of(YearMonth.parse(asOf.substring(0, 7)).atDay(1))
                    : Optional.empty();
        }

        /** The same provision, which no longer applies from this day on. */
        NationalProvision until(LocalDate end) {
            return new NationalProvision(
                    mapsTo,
                    act,
                    article,
                    heading,
                    summary,
                    elements,
                    elementsInferred,
                    penaltyMaxMonths,
                    penaltyAggravatedMaxMonths,
                    penaltyRecalled,
                    coverage,
                    inForce,
                    validFrom,
                    Optional.of(end),
                    knownSince,
                    source,
                    basis,
                    seen,
                    asOf);
        }

        /** Whether it was read in the law itself, not by its heading nor in another's account of it. */
        public boolean readInTheLaw() {
            return basis == Basis.VERIFIED
                    && seen.filter(how -> !how.equals("text")).isEmpty();
        }

        /** Whether the law has the offence or power at all. */
        public boolean covers() {
            return coverage.equals("full") || coverage.equals("partial");
        }
    }
}
