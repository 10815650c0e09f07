package org.comity.node.legislation.lab;

import java.util.List;
import java.util.stream.Stream;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.Element;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.Act;
import org.comity.law.Question;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.ConductCompared.Answer;
import org.comity.node.legislation.lab.ConductCompared.LawOfState;
import org.comity.node.legislation.lab.ConductCompared.OpenQuestion;
import org.springframework.stereotype.Component;

/** Sets two laws beside each other for one conduct. */
@Component
public class ComparingConduct {

    private final CurrentLaw law;

    ComparingConduct(CurrentLaw law) {
        this.law = law;
    }

    /** @throws org.comity.law.InvalidRouteQueryException if the question names what the data set does not have */
    public ConductCompared compare(ConductQuestion question) {
        LawBase now = law.now();
        DualCriminalityAssessment there = assess(now, question);
        DualCriminalityAssessment back = assess(now, question.reversed());
        return new ConductCompared(
                question,
                there,
                back.result(),
                LawOfState.of(state(now, question.from()), there.requestingLaw(), acts(now, question.from())),
                LawOfState.of(state(now, question.to()), there.requestedLaw(), acts(now, question.to())),
                ThresholdBar.of(there.penalties()),
                there.questions().stream()
                        .map(asked -> open(now, question, asked))
                        .toList());
    }

    private static OpenQuestion open(LawBase law, ConductQuestion question, Question asked) {
        return new OpenQuestion(
                asked,
                asked.element().stream()
                        .flatMap(element -> answers(law, question, element))
                        .toList());
    }

    private static Stream<Answer> answers(LawBase law, ConductQuestion question, Element element) {
        return Stream.of(true, false)
                .filter(yes -> question.allows(element, yes))
                .map(yes -> {
                    ConductQuestion answered = question.knowing(element, yes);
                    return new Answer(
                            yes, answered.address(), assess(law, answered).result());
                });
    }

    private static DualCriminalityAssessment assess(LawBase law, ConductQuestion question) {
        return DualCriminalityAssessment.of(
                law, question.from(), question.to(), question.on(), question.offence(), question.facts());
    }

    private static State state(LawBase law, StateCode code) {
        return law.state(code).orElseThrow();
    }

    private static List<Act> acts(LawBase law, StateCode state) {
        return law.nationalLaw(state).map(NationalLaw::acts).orElse(List.of());
    }
}
