package org.comity.node.legislation.lab;

import java.util.List;
import java.util.Optional;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.DualCriminalityAssessment.ProvisionOfLaw;
import org.comity.law.Finding;
import org.comity.law.NationalLaw.Act;
import org.comity.law.Question;
import org.comity.law.State;
import org.comity.node.legislation.NationalLawByProvision.Entry;

/**
 * A conduct in both laws, as a page shows it.
 *
 * @param assessment what the law library says, where the first State asks
 * @param back what it says the other way round
 * @param requesting the law of the State that asks
 * @param requested the law of the State that is asked
 * @param open what would settle an open answer
 */
public record ConductCompared(
        ConductQuestion question,
        DualCriminalityAssessment assessment,
        Finding.Result back,
        LawOfState requesting,
        LawOfState requested,
        List<ThresholdBar> penalties,
        List<OpenQuestion> open) {

    public ConductCompared {
        penalties = List.copyOf(penalties);
        open = List.copyOf(open);
    }

    /** What one State's law has on the conduct, the most favourable first. */
    public record LawOfState(State state, List<Held> held) {

        public LawOfState {
            held = List.copyOf(held);
        }

        static LawOfState of(State state, List<ProvisionOfLaw> provisions, List<Act> acts) {
            return new LawOfState(
                    state,
                    provisions.stream()
                            .map(provision -> new Held(
                                    provision,
                                    acts.stream()
                                            .filter(act -> act.id()
                                                    .equals(provision.row().act()))
                                            .findFirst()))
                            .toList());
        }
    }

    /** A provision of that law in its act. */
    public record Held(ProvisionOfLaw provision, Optional<Act> act) {

        public Optional<Entry.Penalty> penalty() {
            return entry().penalty();
        }

        public Optional<Entry.Penalty> aggravatedPenalty() {
            return entry().aggravatedPenalty();
        }

        private Entry entry() {
            return new Entry(provision.row(), act, Optional.empty());
        }
    }

    /**
     * A question with the addresses that answer it.
     *
     * @param answers empty where no fact of the case answers it, but the State asked
     */
    public record OpenQuestion(Question asked, List<Answer> answers) {

        public OpenQuestion {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One of two answers.
     *
     * @param result what would follow from it
     */
    public record Answer(boolean yes, String address, Finding.Result result) {}
}
