package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.matched;
import static org.comity.node.forum.api.MeetingsForPrograms.tag;
import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingQuestionnaires;
import org.comity.node.forum.study.AnswerKind;
import org.comity.node.forum.study.Prefill;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Versions of the study's questionnaire. */
@RestController
@RequestMapping("/api/v1/forum/study/questionnaires")
class QuestionnairesForPrograms {

    private final KeepingQuestionnaires questionnaires;
    private final CurrentPerson current;

    QuestionnairesForPrograms(KeepingQuestionnaires questionnaires, CurrentPerson current) {
        this.questionnaires = questionnaires;
        this.current = current;
    }

    record StudyQuestion(
            String id,
            String theme,
            String text,
            @OneOf(AnswerKind.class) String kind,
            List<String> options,
            @OneOf(RespondentKind.class) List<String> respondents,
            List<String> provisions,
            List<String> parts) {

        static StudyQuestion of(Question it) {
            return new StudyQuestion(
                    it.id(),
                    it.theme(),
                    it.text(),
                    it.kind().token(),
                    it.options(),
                    it.respondents().stream().map(RespondentKind::token).toList(),
                    it.provisions(),
                    it.parts());
        }
    }

    /** @param questions none in the list of versions */
    record StudyQuestionnaire(
            String id, int version, String title, boolean frozen, String sha256, List<StudyQuestion> questions) {

        static StudyQuestionnaire of(Questionnaire it, List<Question> shown) {
            return new StudyQuestionnaire(
                    it.id(),
                    it.version(),
                    it.title(),
                    it.frozen().isPresent(),
                    it.sha256(),
                    shown.stream().map(StudyQuestion::of).toList());
        }
    }

    record AskedQuestion(
            String theme,
            String text,
            @OneOf(AnswerKind.class) String kind,
            @Nullable List<String> options,
            @OneOf(RespondentKind.class) List<String> respondents,
            @Nullable List<String> provisions,
            @Nullable List<String> parts) {}

    @Described("Versions of the questionnaire, the latest first")
    @GetMapping
    List<StudyQuestionnaire> studyQuestionnaires() {
        return questionnaires.all().stream()
                .map(it -> StudyQuestionnaire.of(it, List.of()))
                .toList();
    }

    @Described("A version with its questions")
    @GetMapping("/{id}")
    ResponseEntity<StudyQuestionnaire> studyQuestionnaire(@PathVariable String id) {
        var held = find(id);
        return ResponseEntity.ok()
                .eTag(tag(held))
                .body(StudyQuestionnaire.of(held.it(), held.it().questions()));
    }

    @Described(value = "Drafts a new version that asks the same as the latest", answer = 201)
    @PostMapping
    ResponseEntity<StudyQuestionnaire> reviseStudyQuestionnaire() {
        var draft = questionnaires.revise(current.require());
        return ResponseEntity.created(URI.create("/api/v1/forum/study/questionnaires/" + draft.id()))
                .eTag(tag(find(draft.id())))
                .body(StudyQuestionnaire.of(draft, draft.questions()));
    }

    @Described("Adds a question to a draft, or changes the one of this identifier")
    @PutMapping("/{id}/questions/{question}")
    ResponseEntity<StudyQuestionnaire> askStudyQuestion(
            @PathVariable String id,
            @PathVariable String question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AskedQuestion said) {
        var held = find(id);
        matched(held, ifMatch);
        if (text(said.theme()).isEmpty()) {
            throw new ForumRefused("theme", Said.of("forum.refused.theme"));
        }
        var options = Optional.ofNullable(said.options()).orElse(List.of());
        var parts = Optional.ofNullable(said.parts()).orElse(List.of());
        var same = held.it()
                .question(question)
                .filter(it -> it.options().equals(options) && it.parts().equals(parts));
        questionnaires.ask(
                current.require(),
                id,
                held.version(),
                new Question(
                        question,
                        said.theme(),
                        text(said.text()).strip(),
                        MeetingsForPrograms.word(AnswerKind.class, said.kind(), "kind")
                                .orElse(AnswerKind.TEXT),
                        options,
                        Optional.ofNullable(said.respondents()).orElse(List.of()).stream()
                                .flatMap(it ->
                                        MeetingsForPrograms.word(RespondentKind.class, it, "respondents").stream())
                                .toList(),
                        Optional.ofNullable(said.provisions()).orElse(List.of()),
                        parts,
                        same.map(Question::terms).orElse(List.of()),
                        same.map(Question::prefill).orElse(Prefill.NONE)));
        return studyQuestionnaire(id);
    }

    @Described("Drops a question from a draft")
    @DeleteMapping("/{id}/questions/{question}")
    ResponseEntity<StudyQuestionnaire> dropStudyQuestion(
            @PathVariable String id,
            @PathVariable String question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = find(id);
        matched(held, ifMatch);
        questionnaires.drop(current.require(), id, held.version(), question);
        return studyQuestionnaire(id);
    }

    @Described("Freezes a draft: it can be sent out, and not be changed any more")
    @PostMapping("/{id}/freezing")
    ResponseEntity<StudyQuestionnaire> freezeStudyQuestionnaire(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = find(id);
        matched(held, ifMatch);
        questionnaires.freeze(current.require(), id, held.version());
        return studyQuestionnaire(id);
    }

    private Held<Questionnaire> find(String id) {
        return questionnaires.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
