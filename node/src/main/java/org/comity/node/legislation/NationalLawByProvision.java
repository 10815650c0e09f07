package org.comity.node.legislation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;

/** The law of a State in the order of the provisions that it is set against. */
public record NationalLawByProvision(NationalLaw law, List<Heading> headings, List<Subject> gaps) {

    public NationalLawByProvision {
        headings = List.copyOf(headings);
        gaps = List.copyOf(gaps);
    }

    /** What national law is set against: a provision of an instrument, or a subject of the data set's own. */
    public sealed interface Subject {

        /** As written in the data set. */
        String id();

        /** Whether an instrument describes it. */
        default boolean ofTreaty() {
            return this instanceof OfTreaty;
        }

        /** Whether it is about an offence, so that elements and penalties matter. */
        boolean offence();
    }

    /** A provision of an instrument. */
    public record OfTreaty(Instrument instrument, Provision provision) implements Subject {

        @Override
        public String id() {
            return provision.id();
        }

        @Override
        public boolean offence() {
            return provision.isOffence();
        }

        public String citation() {
            return Citation.of(instrument, provision.article());
        }
    }

    /** A subject that no instrument describes, such as {@code x:grooming}. */
    public record Own(String id) implements Subject {

        @Override
        public boolean offence() {
            return true;
        }
    }

    /** One subject and the law that was found for it. */
    public record Heading(Subject subject, List<Entry> entries) {

        public Heading {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A provision of national law in its act.
     *
     * @param appliesFrom the day from which on it is known to be law; empty where that does not matter here or is not known
     */
    public record Entry(NationalProvision provision, Optional<Act> act, Optional<LocalDate> appliesFrom) {

        /** What an offence may ask for, in the order in which a lawyer checks it. */
        private static final List<String> ELEMENTS = List.of(
                "requires_security_breach",
                "requires_intent",
                "requires_dishonest_intent",
                "requires_harm",
                "requires_serious_harm",
                "by_technical_means");

        /** A life sentence, or a heavier one, is written as this many months. */
        private static final int LIFE = 9999;

        public static Entry of(NationalLaw law, NationalProvision provision) {
            return new Entry(provision, law.act(provision.act()), law.appliesFrom(provision));
        }

        /** Whether it is known to be law on this day, as the planner sees it. */
        public boolean appliesOn(LocalDate day) {
            return provision.inForceOn(day) && appliesFrom.filter(day::isBefore).isEmpty();
        }

        /** The day from which on it is known to be law, where that is later and nobody knows when it began. */
        public Optional<LocalDate> knownOnlyFrom(LocalDate day) {
            return appliesFrom.filter(_ -> provision.inForceOn(day)).filter(day::isBefore);
        }

        /** Elements that the law is known to ask for. */
        public List<String> elementsAsked() {
            return ELEMENTS.stream()
                    .filter(element -> Boolean.TRUE.equals(provision.elements().get(element)))
                    .toList();
        }

        /** Elements that the law is known not to ask for. */
        public List<String> elementsNotAsked() {
            return ELEMENTS.stream()
                    .filter(element -> Boolean.FALSE.equals(provision.elements().get(element)))
                    .toList();
        }

        /** Elements of which nothing is known: never to be read as absent. */
        public List<String> elementsUnknown() {
            return ELEMENTS.stream()
                    .filter(element -> !provision.elements().containsKey(element))
                    .toList();
        }

        /** Whether the attempt is punishable, where that is known. */
        public Optional<Boolean> attempt() {
            return Optional.ofNullable(provision.elements().get("covers_attempt"));
        }

        public Optional<Penalty> penalty() {
            return provision.penaltyMaxMonths().map(Penalty::of);
        }

        public Optional<Penalty> aggravatedPenalty() {
            return provision.penaltyAggravatedMaxMonths().map(Penalty::of);
        }

        /** The longest custodial sentence. */
        public record Penalty(int number, Unit unit) {

            /** Whole years read better than months. */
            public static Penalty of(int months) {
                if (months >= LIFE) {
                    return new Penalty(0, Unit.LIFE);
                }
                return months % 12 == 0 && months > 0
                        ? new Penalty(months / 12, Unit.YEARS)
                        : new Penalty(months, Unit.MONTHS);
            }

            /** What the number counts. */
            public enum Unit {
                MONTHS,
                YEARS,
                LIFE
            }
        }
    }
}
