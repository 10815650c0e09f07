package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.Matter;
import org.comity.node.evidence.Matters;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Component;

/** Case files and requests, as what evidence belongs to: whoever sees one sees its evidence. */
@Component
class CasesForEvidence implements Matters {

    private static final String CASE_FILE = "case-file:";
    private static final String REQUEST = "request:";
    private static final int LATEST = 20;

    private final CaseFiles caseFiles;
    private final Requests requests;
    private final Visibility visibility;

    CasesForEvidence(CaseFiles caseFiles, Requests requests, Visibility visibility) {
        this.caseFiles = caseFiles;
        this.requests = requests;
        this.visibility = visibility;
    }

    @Override
    public List<Matter> latest(Person person) {
        return Stream.concat(
                        caseFiles.search(person, "", 0, LATEST).stream().map(CasesForEvidence::matter),
                        // what came in belongs to no case file of this side
                        requests.search(person, RequestFilter.ofWords(""), 0, LATEST).stream()
                                .filter(request -> request.side() == Side.REQUESTED)
                                .map(CasesForEvidence::matter))
                .toList();
    }

    @Override
    public Optional<Matter> find(Person person, String name) {
        try {
            if (name.startsWith(REQUEST)) {
                return requests.find(RequestId.of(name.substring(REQUEST.length())))
                        .filter(request -> visibility.isVisible(person, request))
                        .map(CasesForEvidence::matter);
            }
            return (name.startsWith(CASE_FILE)
                            ? caseFiles.find(new CaseFileId(UUID.fromString(name.substring(CASE_FILE.length()))))
                            : caseFiles.find(name))
                    .filter(caseFile -> caseFile.isVisibleTo(person))
                    .map(CasesForEvidence::matter)
                    .or(() -> requests.search(person, RequestFilter.ofWords(name), 0, LATEST).stream()
                            .filter(request -> request.reference().equals(name))
                            .map(CasesForEvidence::matter)
                            .findFirst());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Matter matter(CaseFile caseFile) {
        return new Matter(
                CASE_FILE + caseFile.id(), caseFile.reference(), caseFile.title(), "/cases/" + caseFile.reference());
    }

    private static Matter matter(Request request) {
        return new Matter(REQUEST + request.id(), request.reference(), "", "/requests/" + request.id());
    }
}
