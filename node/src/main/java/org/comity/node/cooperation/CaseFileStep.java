package org.comity.node.cooperation;

import java.util.Map;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;

/** A case file was opened, or someone was let in. */
public record CaseFileStep(String subject, String what, String actor, Map<String, Object> details)
        implements Journaled {

    static CaseFileStep opened(CaseFile caseFile, Person by) {
        return new CaseFileStep(
                "case-file:" + caseFile.id(), "case-file-opened", by.name(), Map.of("reference", caseFile.reference()));
    }

    static CaseFileStep located(CaseFile caseFile, Person by, Assessment now) {
        return new CaseFileStep(
                "case-file:" + caseFile.id(),
                "data-located",
                by.name(),
                Map.of(
                        "number",
                        now.number(),
                        "standing",
                        now.standing().token(),
                        "candidates",
                        now.candidates().stream()
                                .map(it -> it.state() + " " + it.likelihood().token())
                                .toList()
                                .toString(),
                        "note",
                        now.note()));
    }
}
