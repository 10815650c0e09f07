package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.day;
import static org.comity.node.forum.api.MeetingsForPrograms.matched;
import static org.comity.node.forum.api.MeetingsForPrograms.tag;
import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.node.forum.CompilingComments;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingStudyDrafts;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.study.Comment;
import org.comity.node.forum.study.Comment.Outcome;
import org.comity.node.forum.study.Passage;
import org.comity.node.forum.study.StudyDraft;
import org.comity.node.forum.study.StudyDraft.Opening;
import org.comity.node.forum.study.StudyDraft.Standing;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
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

/** Drafts of the study and the comments on their passages. Passages are counted from 0. */
@RestController
@RequestMapping("/api/v1/forum/study/drafts")
class StudyDraftsForPrograms {

    private final KeepingStudyDrafts drafts;
    private final CompilingComments compiling;
    private final StateNames names;
    private final CurrentPerson current;
    private final boolean exercise;

    StudyDraftsForPrograms(
            KeepingStudyDrafts drafts,
            CompilingComments compiling,
            StateNames names,
            CurrentPerson current,
            ComitySettings settings) {
        this.drafts = drafts;
        this.compiling = compiling;
        this.names = names;
        this.current = current;
        this.exercise = settings.exercise();
    }

    record DraftRow(
            String id,
            String title,
            String symbol,
            @OneOf(Standing.class) String standing,
            @Nullable LocalDate until,
            String revises) {}

    record DraftPassage(int place, boolean heading, String number, String text, String reads) {}

    /** @param passage null where the draft as a whole is meant @param outcome null while it is not answered */
    record DraftComment(
            int number,
            @Nullable Integer passage,
            String by,
            String text,
            String wording,
            boolean restricted,
            boolean withdrawn,
            Instant at,
            @Nullable @OneOf(Outcome.class) String outcome,
            String why,
            String reads) {

        static DraftComment of(Comment it) {
            var answer = it.answered();
            return new DraftComment(
                    it.number(),
                    it.passage() == Comment.WHOLE ? null : it.passage(),
                    it.by().toString(),
                    it.text(),
                    it.wording(),
                    it.restricted(),
                    it.withdrawn(),
                    it.at(),
                    answer.map(said -> said.outcome().token()).orElse(null),
                    answer.map(Comment.Answered::why).orElse(""),
                    answer.map(Comment.Answered::reads).orElse(""));
        }
    }

    /** @param comments that the caller may read */
    record StudyDraftJson(DraftRow draft, List<DraftPassage> passages, List<DraftComment> comments) {}

    /** @param report whose paragraphs it takes; else @param text holds them, a line each, a heading behind # */
    record DraftBegun(
            String title,
            @Nullable String symbol,
            @Nullable String report,
            @Nullable String text) {}

    record DraftWords(String title, @Nullable String symbol, String text) {}

    record OpenUntil(LocalDate until) {}

    /**
     * @param passage left out where the draft as a whole is meant
     * @param restricted to the secretariat
     * @param party that wrote it, where the secretariat notes it
     */
    record Commented(
            @Nullable Integer passage,
            @Nullable String text,
            @Nullable String wording,
            @Nullable Boolean restricted,
            @Nullable String party) {}

    /** @param reads how the passage reads now; left out where it stays, or is taken as it was worded */
    record CommentAnswer(
            @OneOf(Outcome.class) String outcome,
            @Nullable String why,
            @Nullable String reads) {}

    @Described("Drafts of the study, the latest first, 50 a page")
    @GetMapping
    ResponseEntity<Listed<DraftRow>> studyDrafts(@RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                drafts.openTo(current.require()).stream().map(this::row).toList(), page, exercise);
    }

    @Described("A draft of the study with the comments that the caller may read")
    @GetMapping("/{id}")
    ResponseEntity<StudyDraftJson> studyDraft(@PathVariable String id) {
        var held = find(id);
        return ResponseEntity.ok().eTag(tag(held)).body(json(held.it()));
    }

    @Described(
            value = "The compilation of comments as docx, pdf, html or csv",
            media = {
                "text/html",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "text/csv"
            })
    @GetMapping("/{id}/comments/file")
    ResponseEntity<byte[]> studyDraftComments(@PathVariable String id, @RequestParam(defaultValue = "csv") String as) {
        var file = compiling
                .file(current.require(), find(id).it(), as)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, file.type()).body(file.bytes());
    }

    @Described(value = "Prepares a draft of the study from a report or from paragraphs", answer = 201)
    @PostMapping
    ResponseEntity<StudyDraftJson> beginStudyDraft(@RequestBody DraftBegun said) {
        return created(drafts.begin(
                current.require(), text(said.title()), text(said.symbol()), text(said.report()), text(said.text())));
    }

    @Described("Changes title, symbol and paragraphs while the draft is prepared")
    @PutMapping("/{id}/text")
    ResponseEntity<StudyDraftJson> wordStudyDraft(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DraftWords said) {
        drafts.word(
                current.require(),
                id,
                matching(id, ifMatch),
                text(said.title()),
                text(said.symbol()),
                text(said.text()));
        return studyDraft(id);
    }

    @Described("Freezes the words of a draft and opens it for comments until the end of a day in UTC")
    @PostMapping("/{id}/opening")
    ResponseEntity<StudyDraftJson> openStudyDraft(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OpenUntil said) {
        drafts.open(current.require(), id, matching(id, ifMatch), day(said.until(), "until"));
        return studyDraft(id);
    }

    @Described("Takes comments in until a later day")
    @PutMapping("/{id}/until")
    ResponseEntity<StudyDraftJson> extendStudyDraft(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OpenUntil said) {
        drafts.extend(current.require(), id, matching(id, ifMatch), day(said.until(), "until"));
        return studyDraft(id);
    }

    @Described(value = "Comments on a passage for the caller’s delegation, or notes what one wrote", decides = true)
    @PostMapping("/{id}/comments")
    ResponseEntity<StudyDraftJson> commentOnStudyDraft(@PathVariable String id, @RequestBody Commented said) {
        find(id);
        var party = text(said.party());
        drafts.comment(
                current.require(),
                id,
                said.passage() == null ? Comment.WHOLE : said.passage(),
                text(said.text()),
                text(said.wording()),
                Boolean.TRUE.equals(said.restricted()),
                party.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RecommendationsForPrograms.party(names, party, "party")));
        return studyDraft(id);
    }

    @Described(value = "Takes a comment of the caller’s delegation back", decides = true)
    @DeleteMapping("/{id}/comments/{number}")
    ResponseEntity<StudyDraftJson> withdrawStudyComment(@PathVariable String id, @PathVariable int number) {
        find(id);
        drafts.withdraw(current.require(), id, number);
        return studyDraft(id);
    }

    @Described("Answers a comment: taken, taken in part or not taken, and why")
    @PutMapping("/{id}/comments/{number}/answer")
    ResponseEntity<StudyDraftJson> answerStudyComment(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CommentAnswer said) {
        var outcome = MeetingsForPrograms.word(Outcome.class, said.outcome(), "outcome")
                .orElseThrow(() -> new ForumRefused("outcome", Said.of("forum.refused.comment-outcome")));
        drafts.answer(
                current.require(), id, matching(id, ifMatch), number, outcome, text(said.why()), text(said.reads()));
        return studyDraft(id);
    }

    @Described(value = "Prepares the next draft, which begins as the answers left this one", answer = 201)
    @PostMapping("/{id}/revision")
    ResponseEntity<StudyDraftJson> reviseStudyDraft(@PathVariable String id) {
        find(id);
        return created(drafts.revise(current.require(), id));
    }

    private ResponseEntity<StudyDraftJson> created(StudyDraft draft) {
        return ResponseEntity.created(URI.create("/api/v1/forum/study/drafts/" + draft.id()))
                .eTag(tag(find(draft.id())))
                .body(json(draft));
    }

    private DraftRow row(StudyDraft it) {
        return new DraftRow(
                it.id(),
                it.title(),
                it.symbol(),
                drafts.standing(it).token(),
                it.opened().map(Opening::until).orElse(null),
                it.revises());
    }

    private StudyDraftJson json(StudyDraft it) {
        var reader = current.require();
        var passages = new ArrayList<DraftPassage>();
        for (Passage passage : it.passages()) {
            var place = passages.size();
            passages.add(new DraftPassage(
                    place,
                    passage.heading(),
                    passage.number(),
                    passage.text(),
                    drafts.readsFor(reader, it, place).text()));
        }
        return new StudyDraftJson(
                row(it),
                passages,
                drafts.commentsFor(reader, it).stream().map(DraftComment::of).toList());
    }

    private long matching(String id, @Nullable String ifMatch) {
        var held = find(id);
        matched(held, ifMatch);
        return held.version();
    }

    private Held<StudyDraft> find(String id) {
        return drafts.find(current.require(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
