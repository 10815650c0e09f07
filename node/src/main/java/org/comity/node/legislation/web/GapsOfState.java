package org.comity.node.legislation.web;

import java.util.List;
import java.util.Optional;
import org.comity.law.Accession;
import org.comity.law.Coverage;
import org.comity.law.Gaps;
import org.comity.law.Status;
import org.comity.node.legislation.Citation;

/**
 * What the law of a State lacks, instrument by instrument.
 *
 * @param bound under those that bind it or soon will
 * @param joining under those to which it could still become a Party
 * @param closed those that are not open to it
 */
record GapsOfState(List<Under> bound, List<Under> joining, List<Under> closed) {

    static GapsOfState of(List<Gaps> gaps) {
        List<Under> all = gaps.stream().map(Under::of).toList();
        return new GapsOfState(
                all.stream().filter(under -> under.place() == Place.BOUND).toList(),
                all.stream().filter(under -> under.place() == Place.JOINING).toList(),
                all.stream().filter(under -> under.place() == Place.CLOSED).toList());
    }

    enum Place {
        BOUND,
        JOINING,
        CLOSED;

        static Place of(Accession.Step step) {
            return switch (step) {
                case BOUND, WAITS -> BOUND;
                case RATIFY, ACCEDE_AS_INVITED, ACCEDE, ASK_FOR_INVITATION, JOIN_OTHER_FIRST -> JOINING;
                case NOT_OPEN -> CLOSED;
            };
        }
    }

    /**
     * One instrument.
     *
     * @param lacking what the law of a Party must cover and this one covers in part or not, as far as is known
     * @param covered what it covers in full
     * @param unknown what would have to be looked up
     */
    record Under(Gaps gaps, CoverageBar bar, List<Gaps.Row> lacking, List<Gaps.Row> covered, List<Gaps.Row> unknown) {

        static Under of(Gaps gaps) {
            return new Under(
                    gaps,
                    CoverageBar.of("", gaps.counts()),
                    gaps.toEnact(),
                    gaps.required().stream()
                            .filter(row -> row.coverage() == Coverage.FULL)
                            .toList(),
                    gaps.toLookUp());
        }

        Place place() {
            return Place.of(step());
        }

        public Accession.Step step() {
            return gaps.accession().step();
        }

        /** Where that step is recorded; empty where it follows from the instrument alone. */
        public Optional<Status> tie() {
            return gaps.accession().tie();
        }

        public String id() {
            return gaps.instrument().id();
        }

        public String label() {
            return Citation.of(gaps.instrument());
        }

        public String cite(Gaps.Row row) {
            return Citation.of(gaps.instrument(), row.provision().article());
        }

        public long inPart() {
            return lacking.stream()
                    .filter(row -> row.coverage() == Coverage.PARTIAL)
                    .count();
        }

        public long missing() {
            return lacking.size() - inPart();
        }

        /** Of what would have to be looked up, that of which the data set says what it asks. */
        public List<Gaps.Row> described() {
            return unknown.stream()
                    .filter(row -> row.provision().text("national_law").isPresent())
                    .toList();
        }

        /** Whether the instrument asks anything of national law. */
        public boolean asks() {
            return bar.total() > 0;
        }

        /** Whether anything at all is known of the law on it; a list of question marks helps nobody. */
        public boolean isKnown() {
            return !lacking.isEmpty() || !covered.isEmpty();
        }

        /** Whether the State's own next step could be tried out in the policy lab. */
        public boolean canBeSupposed() {
            return place() == Place.JOINING;
        }
    }
}
