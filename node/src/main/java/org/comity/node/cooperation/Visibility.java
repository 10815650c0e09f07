package org.comity.node.cooperation;

import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.springframework.stereotype.Component;

/** Who may see what. What a person may not see is not found. */
@Component
class Visibility {

    private final CaseFiles caseFiles;
    private final Requests requests;

    Visibility(CaseFiles caseFiles, Requests requests) {
        this.caseFiles = caseFiles;
        this.requests = requests;
    }

    /** Requests that came in belong to the whole desk, at a provider to its agents, and to oversight. */
    static boolean ofIncoming(Person person) {
        return person.is(Role.OVERSEER)
                || person.may(Power.PRODUCE)
                || CaseFile.DESK.stream().anyMatch(person::is);
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
        return request.caseFile()
                .map(id ->
                        caseFiles.find(id).filter(it -> it.isVisibleTo(person)).isPresent())
                .orElseGet(() -> ofIncoming(person));
    }
}
