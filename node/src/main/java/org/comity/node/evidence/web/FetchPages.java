package org.comity.node.evidence.web;

import java.io.IOException;
import java.util.UUID;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.FetchingEvidence;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What comes from another node is stopped and gone on with; how far it is, the page of its matter shows. */
@Controller
class FetchPages {

    private final FetchingEvidence fetching;
    private final CurrentPerson current;

    FetchPages(FetchingEvidence fetching, CurrentPerson current) {
        this.fetching = fetching;
        this.current = current;
    }

    @PostMapping("/evidence/transfers/{id}/pause")
    String pause(@PathVariable String id) {
        var person = current.require();
        fetching.pause(person, idOf(id));
        return back(person, id);
    }

    @PostMapping("/evidence/transfers/{id}/resume")
    String resume(@PathVariable String id) {
        var person = current.require();
        fetching.resume(person, idOf(id));
        return back(person, id);
    }

    @PostMapping("/evidence/transfers/{id}/cancel")
    String cancel(@PathVariable String id) throws IOException {
        var person = current.require();
        fetching.cancel(person, idOf(id));
        return back(person, id);
    }

    private String back(Person person, String id) {
        return "redirect:" + fetching.matter(person, idOf(id)).path() + "#transfers";
    }

    private static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw EvidenceRefused.notThere();
        }
    }
}
