package org.comity.node.cooperation.web;

import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.AssigningWork;
import org.comity.node.cooperation.NotingCaseFile;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works on what, and what colleagues tell each other; each can be taken back. */
@Controller
class WorkPages {

    private final AssigningWork assigning;
    private final NotingCaseFile noting;
    private final ReadingRequests reading;
    private final People people;
    private final CurrentPerson current;
    private final Wording wording;

    WorkPages(
            AssigningWork assigning,
            NotingCaseFile noting,
            ReadingRequests reading,
            People people,
            CurrentPerson current,
            Wording wording) {
        this.assigning = assigning;
        this.noting = noting;
        this.reading = reading;
        this.people = people;
        this.current = current;
        this.wording = wording;
    }

    @PostMapping("/cases/{reference}/assigned")
    String assign(@PathVariable String reference, @RequestParam PersonId colleague, RedirectAttributes next) {
        return told(next, "/cases/" + reference, () -> {
            var found = colleague(colleague);
            assigning.assign(current.require(), reference, found);
            return wording.of("said.assigned", found.name());
        });
    }

    @PostMapping("/cases/{reference}/assigned/{colleague}/take-back")
    String takeBack(@PathVariable String reference, @PathVariable PersonId colleague, RedirectAttributes next) {
        return told(next, "/cases/" + reference, () -> {
            var person = current.require();
            assigning.takeBack(person, reference, colleague);
            return wording.of("said.taken-back");
        });
    }

    @PostMapping("/requests/{id}/assigned")
    String assign(@PathVariable RequestId id, @RequestParam PersonId colleague, RedirectAttributes next) {
        return told(next, "/requests/" + id, () -> {
            var found = colleague(colleague);
            assigning.assign(current.require(), id, found);
            return wording.of("said.assigned", found.name());
        });
    }

    @PostMapping("/requests/{id}/assigned/take-back")
    String takeBack(@PathVariable RequestId id, RedirectAttributes next) {
        return told(next, "/requests/" + id, () -> {
            assigning.takeBack(current.require(), id);
            return wording.of("said.taken-back");
        });
    }

    @PostMapping("/cases/{reference}/notes")
    String write(
            @PathVariable String reference, @RequestParam(defaultValue = "") String text, RedirectAttributes next) {
        return told(next, "/cases/" + reference, () -> {
            var person = current.require();
            noting.write(person, reference, text);
            var outside = people.mentionedIn(text).stream()
                    .filter(called -> !reading.caseFile(person, reference).isVisibleTo(called))
                    .map(Person::name)
                    .collect(Collectors.joining(", "));
            return outside.isEmpty() ? wording.of("said.noted") : wording.of("said.noted-not-told", outside);
        });
    }

    @PostMapping("/cases/{reference}/notes/{note}/take-back")
    String takeBack(@PathVariable String reference, @PathVariable UUID note, RedirectAttributes next) {
        return told(next, "/cases/" + reference, () -> {
            noting.takeBack(current.require(), reference, note);
            return wording.of("said.note-taken-back");
        });
    }

    private Person colleague(PersonId id) {
        return people.find(id).orElseThrow(NotFound::caseFile);
    }

    private interface Work {
        String done();
    }

    private String told(RedirectAttributes next, String page, Work work) {
        try {
            next.addFlashAttribute("said", work.done());
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", wording.of(refused.said()));
        }
        return "redirect:" + page;
    }
}
