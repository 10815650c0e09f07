package org.comity.node.cooperation;

import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.springframework.stereotype.Component;

/** Who may see what. What a person may not see is not found. */
@Component
class Visibility {

    private final CaseFiles caseFiles;
    private final Requests requests;
    private final Assignments assignments;

    Visibility(CaseFiles caseFiles, Requests requests, Assignments assignments) {
        this.caseFiles = caseFiles;
        this.requests = requests;
        this.assignments = assignments;
    }

    /** What came in from another State belongs to the whole desk. */
    static boolean ofIncoming(Person person) {
        return CaseFile.DESK.stream().anyMatch(person::is);
    }

    /** Who carries out what was accepted sees it for as long. */
    static boolean ofCarriedOut(Person person) {
        return person.may(Power.EXECUTE);
    }

    /** Orders to a provider belong to its agents. */
    static boolean ofOrders(Person person) {
        return person.may(Power.PRODUCE);
    }

    CaseFile caseFile(Person person, CaseFileId id) {
        return caseFiles
                .find(id)
                .filter(caseFile -> caseFile.isVisibleTo(person))
                .orElseThrow(NotFound::caseFile);
    }

    CaseFile caseFile(Person person, String reference) {
        return caseFiles
                .find(reference)
                .filter(caseFile -> caseFile.isVisibleTo(person))
                .orElseThrow(NotFound::caseFile);
    }

    Request request(Person person, RequestId id) {
        return requests.find(id).filter(request -> isVisible(person, request)).orElseThrow(NotFound::request);
    }

    /** As {@link #request}, held for an act until the transaction ends. */
    Request held(Person person, RequestId id) {
        return requests.hold(id).filter(request -> isVisible(person, request)).orElseThrow(NotFound::request);
    }

    boolean isVisible(Person person, Request request) {
        return person.may(Power.READ_EVERYTHING)
                || request.caseFile()
                        .map(id -> caseFiles
                                .find(id)
                                .filter(it -> it.isVisibleTo(person))
                                .isPresent())
                        .orElseGet(() -> isOfIncoming(person, request))
                || assignments
                        .of(request.id())
                        .filter(it -> it.person().equals(person.id()))
                        .isPresent();
    }

    private static boolean isOfIncoming(Person person, Request request) {
        if (request.kind().isOrder()) {
            return ofOrders(person);
        }
        return ofIncoming(person) || ofCarriedOut(person) && request.state().isCarriedOut();
    }
}
