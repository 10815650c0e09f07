package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.util.List;
import java.util.Map;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.DualCriminalityAssessment.ElementCompared;
import org.comity.law.DualCriminalityAssessment.PenaltyCompared;
import org.comity.law.DualCriminalityAssessment.ProvisionOfLaw;
import org.comity.law.Element;
import org.comity.law.Finding;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Question;
import org.comity.law.cli.Answers;
import org.jspecify.annotations.Nullable;

/** A conduct in the laws of two States, with all that a lawyer needs to check the result. */
final class ConductAsJson {

    private ConductAsJson() {}

    static Map<String, @Nullable Object> of(DualCriminalityAssessment assessed) {
        return object(
                "query",
                        object(
                                "from", assessed.requesting(),
                                "to", assessed.requested(),
                                "on", assessed.on(),
                                "offence", assessed.offence().code(),
                                "facts", assessed.facts().said()),
                "result", assessed.result().code(),
                "findings", assessed.findings().stream().map(Answers::finding).toList(),
                "requestingLaw", laws(assessed.requestingLaw()),
                "requestedLaw", laws(assessed.requestedLaw()),
                "elements",
                        assessed.elements().stream().map(ConductAsJson::element).toList(),
                "penalties",
                        assessed.penalties().stream()
                                .map(ConductAsJson::penalty)
                                .toList(),
                "questions",
                        assessed.questions().stream()
                                .map(ConductAsJson::question)
                                .toList());
    }

    private static List<Map<String, @Nullable Object>> laws(List<ProvisionOfLaw> laws) {
        return laws.stream().map(ConductAsJson::law).toList();
    }

    private static Map<String, @Nullable Object> law(ProvisionOfLaw law) {
        NationalProvision row = law.row();
        return object(
                "citation", law.cited(),
                "mapsTo", row.mapsTo(),
                "heading", row.heading(),
                "summary", row.summary(),
                "coverage", row.coverage(),
                "result", law.result().code(),
                "weight", law.weight().code(),
                "elements", row.elements(),
                "penaltyMaxMonths", row.penaltyMaxMonths().orElse(null),
                "source", row.source(),
                "asOf", row.asOf(),
                "basis", row.basis().code());
    }

    private static Map<String, @Nullable Object> element(ElementCompared element) {
        return object(
                "element", element.element().code(),
                "requesting", element.requesting().code(),
                "requested", element.requested().code(),
                "known", element.known().orElse(null),
                "matters", element.matters());
    }

    private static Map<String, @Nullable Object> penalty(PenaltyCompared penalty) {
        Finding finding = penalty.finding();
        return object(
                "state", penalty.state(),
                "atLeastMonths", penalty.atLeastMonths(),
                "ceilingMonths", penalty.ceiling().orElse(null),
                "finding", Answers.finding(finding));
    }

    private static Map<String, @Nullable Object> question(Question question) {
        return object("element", question.element().map(Element::code).orElse(null), "question", question.text());
    }
}
