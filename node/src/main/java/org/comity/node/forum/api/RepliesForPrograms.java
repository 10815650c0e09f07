package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.day;
import static org.comity.node.forum.api.MeetingsForPrograms.matched;
import static org.comity.node.forum.api.MeetingsForPrograms.tag;
import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.forum.CarryingReplies;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingReplies;
import org.comity.node.forum.KeepingReplies.Desk;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.Level;
import org.comity.node.forum.study.Reply;
import org.comity.node.forum.study.ReplyLife;
import org.comity.node.forum.study.StudyRefused;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Replies to the study's questionnaire, and what of them may be read. */
@RestController
@RequestMapping("/api/v1/forum/study")
class RepliesForPrograms {

    private final KeepingReplies replies;
    private final CarryingReplies carrying;
    private final CurrentPerson current;
    private final Clock clock;
    private final boolean exercise;

    RepliesForPrograms(
            KeepingReplies replies,
            CarryingReplies carrying,
            CurrentPerson current,
            Clock clock,
            ComitySettings settings) {
        this.replies = replies;
        this.carrying = carrying;
        this.current = current;
        this.clock = clock;
        this.exercise = settings.exercise();
    }

    record Invited(String questionnaire, int year, String respondent, LocalDate due) {}

    record StudyAnswer(
            List<String> values,
            String comment,
            String source,
            @OneOf(Level.class) String level,
            boolean prefilled,
            Instant at) {

        static StudyAnswer of(Answer it) {
            return new StudyAnswer(
                    it.values(), it.comment(), it.source(), it.level().token(), it.prefilled(), it.at());
        }
    }

    record StudyHandover(String theme, String to, LocalDate due, boolean open) {}

    record StudyClarification(int number, String key, String asked, String answer, boolean open) {}

    /** @param answers by key, such as Q-CRI-01.3 for the third part of a question; only those that the caller may answer */
    record StudyReply(
            String id,
            String questionnaire,
            int year,
            String respondent,
            LocalDate due,
            @OneOf(ReplyLife.State.class) String state,
            Map<String, StudyAnswer> answers,
            List<StudyHandover> handovers,
            List<StudyClarification> clarifications) {}

    record ReplyRow(
            String id,
            String questionnaire,
            int year,
            String respondent,
            LocalDate due,
            @OneOf(ReplyLife.State.class) String state) {

        static ReplyRow of(Reply it) {
            return new ReplyRow(
                    it.id(),
                    it.questionnaire(),
                    it.year(),
                    it.respondent().toString(),
                    it.due(),
                    it.state().token());
        }
    }

    /** @param values what is chosen, a number, a text, or provisions in a line each; none takes the answer away */
    record SaidAnswer(
            @Nullable List<String> values,
            @Nullable String comment,
            @Nullable String source,
            @Nullable @OneOf(Level.class) String level,
            @Nullable String language) {}

    /** @param answers by key */
    record SaidAnswers(Map<String, SaidAnswer> answers) {}

    /** @param to person: and an id, or unit: and a name */
    record HandedOn(
            String theme,
            String to,
            LocalDate due,
            @Nullable String note) {}

    record AskedBack(String key, String text) {}

    /** @param instead how the answer should read; left out if it stands */
    record Clarified(String text, @Nullable List<String> instead) {}

    /** @param file as it was taken along */
    record Brought(String file) {}

    record BroughtIn(String reply, int taken, List<String> newerHere) {}

    record ReadAnswer(
            String questionnaire, int year, String respondent, String question, String key, List<String> values) {}

    @Described("Replies that concern the caller, 50 a page")
    @GetMapping("/replies")
    ResponseEntity<Listed<ReplyRow>> studyReplies(@RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                replies.openTo(current.require()).stream().map(ReplyRow::of).toList(), page, exercise);
    }

    @Described("A reply")
    @GetMapping("/replies/{id}")
    ResponseEntity<StudyReply> studyReply(@PathVariable String id) {
        var desk = find(id);
        return ResponseEntity.ok().eTag(tag(desk.held())).body(json(desk));
    }

    @Described(value = "Asks a respondent, or begins the reply of the caller’s own delegation", answer = 201)
    @PostMapping("/replies")
    ResponseEntity<ReplyRow> inviteRespondent(@RequestBody Invited said) {
        var party = Party.of(text(said.respondent()))
                .orElseThrow(() ->
                        new ForumRefused("respondent", Said.of("forum.refused.respondent", text(said.respondent()))));
        var reply = replies.invite(
                current.require(), text(said.questionnaire()), said.year(), party, day(said.due(), "due"));
        return ResponseEntity.created(URI.create("/api/v1/forum/study/replies/" + reply.id()))
                .body(ReplyRow.of(reply));
    }

    @Described("Saves answers to a draft; what is not named stays as it is")
    @PutMapping("/replies/{id}/answers")
    ResponseEntity<StudyReply> answerStudy(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SaidAnswers said) {
        var desk = find(id);
        matched(desk.held(), ifMatch);
        var given = new LinkedHashMap<String, Answer>();
        Optional.ofNullable(said.answers())
                .orElse(Map.of())
                .forEach((key, answer) -> given.put(key, answer(desk, key, answer)));
        replies.answer(current.require(), id, desk.held().version(), given);
        return studyReply(id);
    }

    private Answer answer(Desk desk, String key, SaidAnswer said) {
        var question = desk.questionnaire()
                .questionAt(key)
                .orElseThrow(() -> new ForumRefused(key, Said.of("forum.refused.no-question", key)));
        try {
            return new Answer(
                    Answer.read(question, Optional.ofNullable(said.values()).orElse(List.of())),
                    text(said.comment()).strip(),
                    text(said.source()).strip(),
                    said.language() == null ? "en" : said.language(),
                    MeetingsForPrograms.word(Level.class, said.level(), key).orElse(Level.MEMBERS),
                    false,
                    "",
                    clock.instant());
        } catch (StudyRefused refused) {
            throw new ForumRefused(key, refused.said());
        }
    }

    @Described("Fills in what the law base knows, to be confirmed")
    @PostMapping("/replies/{id}/prefilling")
    ResponseEntity<StudyReply> prefillStudy(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        replies.prefill(current.require(), id, matching(id, ifMatch));
        return studyReply(id);
    }

    @Described("Confirms what the law base knew in a section")
    @PostMapping("/replies/{id}/sections/{theme}/confirmation")
    ResponseEntity<StudyReply> confirmStudySection(
            @PathVariable String id,
            @PathVariable String theme,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        replies.confirm(current.require(), id, matching(id, ifMatch), theme);
        return studyReply(id);
    }

    @Described("Hands a section on to a colleague or an institution of this node")
    @PostMapping("/replies/{id}/handovers")
    ResponseEntity<StudyReply> handStudySection(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HandedOn said) {
        replies.handOver(
                current.require(),
                id,
                matching(id, ifMatch),
                text(said.theme()),
                text(said.to()),
                day(said.due(), "day"),
                text(said.note()));
        return studyReply(id);
    }

    @Described(value = "Gives a section back, or takes it back", answer = 204)
    @DeleteMapping("/replies/{id}/handovers/{theme}")
    ResponseEntity<Void> returnStudySection(
            @PathVariable String id,
            @PathVariable String theme,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        replies.giveBack(current.require(), id, matching(id, ifMatch), theme);
        return ResponseEntity.noContent().build();
    }

    @Described(value = "Submits a reply, takes it into the study, or opens it again", decides = true)
    @PostMapping("/replies/{id}/life/{event}")
    ResponseEntity<StudyReply> moveStudyReply(
            @PathVariable String id,
            @PathVariable @OneOf(ReplyLife.Event.class) String event,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var what = ReplyLife.Event.of(event).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        replies.happen(current.require(), id, matching(id, ifMatch), what);
        return studyReply(id);
    }

    @Described("Asks back about an answer")
    @PostMapping("/replies/{id}/clarifications")
    ResponseEntity<StudyReply> askBackInStudy(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AskedBack said) {
        replies.askBack(current.require(), id, matching(id, ifMatch), text(said.key()), text(said.text()));
        return studyReply(id);
    }

    @Described("Answers a question back")
    @PostMapping("/replies/{id}/clarifications/{number}")
    ResponseEntity<StudyReply> clarifyInStudy(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Clarified said) {
        replies.clarify(
                current.require(),
                id,
                matching(id, ifMatch),
                number,
                text(said.text()),
                Optional.ofNullable(said.instead()));
        return studyReply(id);
    }

    @Described(value = "The reply with its questionnaire as a file to take along", media = "application/json")
    @GetMapping("/replies/{id}/file")
    ResponseEntity<String> carryStudyReply(@PathVariable String id) {
        find(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .body(carrying.write(current.require(), id));
    }

    @Described("Takes a file in, as a whole or not at all; at each place the later answer stands")
    @PostMapping("/files")
    BroughtIn bringStudyFile(@RequestBody Brought said) {
        var taken = carrying.take(current.require(), text(said.file()));
        return new BroughtIn(taken.reply(), taken.taken(), taken.newerHere());
    }

    @Described("Answers in the study that the caller may read, of one question or of all, 50 a page")
    @GetMapping("/answers")
    ResponseEntity<Listed<ReadAnswer>> studyAnswers(
            @RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                replies.published(KeepingReplies.readsAs(current.require())).stream()
                        .filter(it -> question.isEmpty() || it.question().id().equals(question))
                        .map(it -> new ReadAnswer(
                                it.questionnaire().id(),
                                it.reply().year(),
                                it.reply().respondent().toString(),
                                it.question().id(),
                                it.place().key(),
                                it.answer().values()))
                        .toList(),
                page,
                exercise);
    }

    private StudyReply json(Desk desk) {
        var it = desk.reply();
        var answers = new LinkedHashMap<String, StudyAnswer>();
        it.answers().forEach((key, answer) -> {
            var theirs = desk.questionnaire()
                    .questionAt(key)
                    .filter(question -> desk.whole() || desk.theirs().contains(question.theme()))
                    .isPresent();
            if (theirs) {
                answers.put(key, StudyAnswer.of(answer));
            }
        });
        return new StudyReply(
                it.id(),
                it.questionnaire(),
                it.year(),
                it.respondent().toString(),
                it.due(),
                it.state().token(),
                answers,
                it.handovers().stream()
                        .filter(handover -> desk.whole() || desk.theirs().contains(handover.theme()))
                        .map(handover ->
                                new StudyHandover(handover.theme(), handover.to(), handover.due(), handover.isOpen()))
                        .toList(),
                desk.whole()
                        ? it.clarifications().stream()
                                .map(back -> new StudyClarification(
                                        back.number(), back.key(), back.asked(), back.answer(), back.isOpen()))
                                .toList()
                        : List.of());
    }

    private long matching(String id, @Nullable String ifMatch) {
        var desk = find(id);
        matched(desk.held(), ifMatch);
        return desk.held().version();
    }

    private Desk find(String id) {
        return replies.find(current.require(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
