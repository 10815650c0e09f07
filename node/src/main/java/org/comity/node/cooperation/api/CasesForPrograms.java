package org.comity.node.cooperation.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.AssigningWork;
import org.comity.node.cooperation.CaseNote;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.NotingCaseFile;
import org.comity.node.cooperation.OpeningCaseFile;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.People;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Case files: found, opened, read and assigned. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesForPrograms {

    private final ReadingRequests reading;
    private final OpeningCaseFile opening;
    private final AssigningWork assigning;
    private final NotingCaseFile noting;
    private final Colleagues colleagues;
    private final People people;
    private final DraftingRequest drafting;
    private final Requested requested;
    private final CurrentPerson current;
    private final boolean exercise;

    CasesForPrograms(
            ReadingRequests reading,
            OpeningCaseFile opening,
            AssigningWork assigning,
            NotingCaseFile noting,
            Colleagues colleagues,
            People people,
            DraftingRequest drafting,
            Requested requested,
            CurrentPerson current,
            ComitySettings settings) {
        this.reading = reading;
        this.opening = opening;
        this.assigning = assigning;
        this.noting = noting;
        this.colleagues = colleagues;
        this.people = people;
        this.drafting = drafting;
        this.requested = requested;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /** @param restricted only who is assigned sees it */
    record Opening(
            String title,
            @Nullable List<String> offence,
            @Nullable String offenceText,
            @Nullable String penalty,
            @Nullable String facts,
            @Nullable Boolean restricted) {}

    record Begun(@OneOf(RequestKind.class) String kind) {}

    record ColleagueJson(UUID person, String name) {}

    /** @param text null once it was taken back */
    record NoteJson(UUID id, String author, Instant writtenAt, Optional<String> text) {
        static NoteJson of(CaseNote note) {
            return new NoteJson(
                    note.id(),
                    note.authorName(),
                    note.writtenAt(),
                    Optional.of(note.text()).filter(_ -> note.takenBackAt().isEmpty()));
        }
    }

    record NewNote(String text) {}

    @Described("Case files that the caller may see, newest first; each word of q must occur")
    @GetMapping
    ResponseEntity<Listed<CaseJson>> cases(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        int shown = Listed.page(page);
        var found = reading.searchCaseFiles(current.require(), q, shown - 1);
        return Listed.of(
                found.stream().map(file -> CaseJson.of(file, exercise)).toList(),
                shown,
                found.size() == ReadingRequests.PAGE,
                exercise);
    }

    @Described(value = "Opens a case file", answer = 201)
    @PostMapping
    ResponseEntity<CaseJson> openCase(@RequestBody Opening said) {
        var file = opening.open(
                current.require(),
                new OpeningCaseFile.Opening(
                        text(said.title()),
                        new Offence(
                                said.offence() == null ? List.of() : said.offence(),
                                text(said.offenceText()),
                                text(said.penalty())),
                        text(said.facts()),
                        Boolean.TRUE.equals(said.restricted()) ? Set.of() : CaseFile.DESK));
        return ResponseEntity.created(address(file)).body(CaseJson.of(file, exercise));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static URI address(CaseFile file) {
        return URI.create("/api/v1/cases/" + file.reference());
    }

    @Described("A case file")
    @GetMapping("/{reference}")
    CaseJson caseFile(@PathVariable String reference) {
        return CaseJson.of(reading.caseFile(current.require(), reference), exercise);
    }

    @Described("Requests of a case file, oldest first")
    @GetMapping("/{reference}/requests")
    List<RequestRow> requestsOfCase(@PathVariable String reference) {
        return reading.requestsOf(current.require(), reference).stream()
                .map(request -> RequestRow.of(request, exercise))
                .toList();
    }

    @Described(value = "Begins a draft with what the case file says", answer = 201)
    @PostMapping("/{reference}/requests")
    ResponseEntity<RequestJson> beginRequest(@PathVariable String reference, @RequestBody Begun said) {
        var person = current.require();
        var kind = Tokens.read(RequestKind.class, "kind", text(said.kind()));
        return requested.created(person, drafting.begin(person, reference, kind));
    }

    @Described("Who can be given a case file or a request")
    @GetMapping("/{reference}/colleagues")
    List<ColleagueJson> colleagues(@PathVariable String reference) {
        reading.caseFile(current.require(), reference);
        return people.with(Power.READ_CASES).stream()
                .distinct()
                .map(person -> new ColleagueJson(person.id().value(), person.name()))
                .toList();
    }

    @Described("Gives a case file to a colleague, who sees it whatever their role")
    @PostMapping("/{reference}/assigned")
    CaseJson assignCase(@PathVariable String reference, @RequestBody Colleague said) {
        return CaseJson.of(assigning.assign(current.require(), reference, colleagues.named(said.person())), exercise);
    }

    @Described("Takes a case file back from a colleague")
    @DeleteMapping("/{reference}/assigned/{person}")
    CaseJson takeCaseBack(@PathVariable String reference, @PathVariable UUID person) {
        return CaseJson.of(assigning.takeBack(current.require(), reference, new PersonId(person)), exercise);
    }

    @Described("Notes among colleagues, oldest first")
    @GetMapping("/{reference}/notes")
    List<NoteJson> notes(@PathVariable String reference) {
        return noting.of(current.require(), reference).stream()
                .map(NoteJson::of)
                .toList();
    }

    @Described("Writes a note; whoever is called by name in it, as in @Duty officer, is told if they see the case file")
    @PostMapping("/{reference}/notes")
    NoteJson writeNote(@PathVariable String reference, @RequestBody NewNote said) {
        return NoteJson.of(noting.write(current.require(), reference, text(said.text())));
    }

    @Described("Takes an own note back")
    @DeleteMapping("/{reference}/notes/{note}")
    List<NoteJson> takeNoteBack(@PathVariable String reference, @PathVariable UUID note) {
        noting.takeBack(current.require(), reference, note);
        return notes(reference);
    }
}
