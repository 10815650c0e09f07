package org.comity.node.oversight.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.complaint.Complaint;
import org.comity.node.oversight.complaint.Complaint.Complainant;
import org.comity.node.oversight.complaint.Complaint.Outcome;
import org.comity.node.oversight.complaint.Complaint.Remedy;
import org.comity.node.oversight.complaint.HearingComplaints;
import org.comity.node.oversight.complaint.HearingComplaints.Heard;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints and their remedies. Who complains is never told to a program. */
@RestController
@RequestMapping("/api/v1/oversight/complaints")
class ComplaintsForPrograms {

    private final HearingComplaints hearing;
    private final CurrentPerson current;
    private final boolean exercise;

    ComplaintsForPrograms(HearingComplaints hearing, CurrentPerson current, ComitySettings settings) {
        this.hearing = hearing;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /** Without who complains. */
    record ComplaintJson(
            int number,
            LocalDate receivedOn,
            String subject,
            Optional<String> request,
            LocalDate due,
            @OneOf(Outcome.class) Optional<String> outcome,
            @OneOf(Remedy.class) Optional<String> remedy,
            Optional<String> reasons,
            boolean complainantErased,
            boolean exercise) {}

    /** @param request the reference of the request that it is about, if it is known @param text what the person says */
    record HeardComplaint(
            LocalDate receivedOn,
            String subject,
            @Nullable String request,
            @Nullable String name,
            @Nullable String contact,
            String text,
            @Nullable LocalDate due) {}

    record ComplaintDecision(
            @OneOf(Outcome.class) String outcome,
            @Nullable @OneOf(Remedy.class) String remedy,
            String reasons) {}

    record ComplainantErasure(String because) {}

    @Described("Complaints without who complains, open ones first")
    @GetMapping
    ResponseEntity<Listed<ComplaintJson>> complaints(@RequestParam(defaultValue = "1") int page) {
        return Listed.of(hearing.all(taker()).stream().map(this::json).toList(), page, exercise);
    }

    @Described("A complaint without who complains")
    @GetMapping("/{number}")
    ResponseEntity<ComplaintJson> complaint(@PathVariable int number) {
        return answer(HttpStatus.OK, number);
    }

    @Described(value = "Takes a complaint in", answer = 201, decides = true)
    @PostMapping
    ResponseEntity<ComplaintJson> takeComplaintIn(@RequestBody HeardComplaint heard) {
        if (heard.receivedOn() == null) {
            throw new OversightRefused("received", Said.of("oversight.refused.received"));
        }
        return answer(
                HttpStatus.CREATED,
                hearing.takeIn(
                        current.require(),
                        new Heard(
                                heard.receivedOn(),
                                text(heard.subject()),
                                text(heard.request()),
                                new Complainant(text(heard.name()), text(heard.contact()), text(heard.text())),
                                Optional.ofNullable(heard.due()))));
    }

    @Described(value = "Decides a complaint with its outcome, the remedy and the reasons", decides = true)
    @PostMapping("/{number}/decision")
    ResponseEntity<ComplaintJson> decideComplaint(
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ComplaintDecision decision) {
        var by = current.require();
        tag(hearing.shown(by, number)).mustMatch(ifMatch);
        hearing.decide(
                by,
                number,
                Outcome.of(text(decision.outcome()))
                        .orElseThrow(() -> new OversightRefused("outcome", Said.of("oversight.refused.outcome"))),
                Remedy.of(text(decision.remedy())).orElse(Remedy.NONE),
                text(decision.reasons()));
        return answer(HttpStatus.OK, number);
    }

    @Described(value = "Erases who complained, after the decision", decides = true)
    @PostMapping("/{number}/erasure")
    ResponseEntity<ComplaintJson> eraseComplainant(
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ComplainantErasure erasure) {
        var by = current.require();
        tag(hearing.shown(by, number)).mustMatch(ifMatch);
        hearing.erase(by, number, text(erasure.because()));
        return answer(HttpStatus.OK, number);
    }

    /** Taken in, decided, erased. */
    private static EntityTag tag(Complaint it) {
        return EntityTag.of(
                1 + (it.decision().isPresent() ? 1 : 0) + (it.erased().isPresent() ? 1 : 0));
    }

    private ResponseEntity<ComplaintJson> answer(HttpStatus status, int number) {
        var it = hearing.shown(current.require(), number);
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, "/api/v1/oversight/complaints/" + number)
                .header(HttpHeaders.ETAG, tag(it).toString())
                .body(json(it));
    }

    private ComplaintJson json(Complaint it) {
        return new ComplaintJson(
                it.number(),
                it.receivedOn(),
                it.subject(),
                it.request(),
                it.due(),
                it.decision().map(decided -> decided.outcome().token()),
                it.decision().map(decided -> decided.remedy().token()),
                it.decision().map(Complaint.Decision::reasons),
                it.erased().isPresent(),
                exercise);
    }

    private Person taker() {
        var person = current.require();
        if (!Overseeing.mayRead(person) && !Overseeing.mayTakeIn(person)) {
            throw OversightRefused.notThere();
        }
        return person;
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
