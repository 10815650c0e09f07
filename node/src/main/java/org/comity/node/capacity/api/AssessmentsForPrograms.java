package org.comity.node.capacity.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.capacity.assessment.Answer;
import org.comity.node.capacity.assessment.Assessment;
import org.comity.node.capacity.assessment.Profile;
import org.comity.node.capacity.assessment.Verdict;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.kept.Held;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** How far the State has come: begun, answered, reviewed by peers and concluded by the same rules as on the pages. */
@RestController
@RequestMapping("/api/v1/capacity/assessments")
class AssessmentsForPrograms {

    private final AssessingOneself assessing;
    private final CurrentPerson current;
    private final MessageSource words;
    private final boolean exercise;

    AssessmentsForPrograms(
            AssessingOneself assessing, CurrentPerson current, MessageSource words, ComitySettings settings) {
        this.assessing = assessing;
        this.current = current;
        this.words = words;
        this.exercise = settings.exercise();
    }

    /** @param agreed level on which State and peer agree; 0 if none @param sure per cent with evidence of two years */
    record DimensionLevel(String dimension, int level, int agreed, int met, int notMet, int unknown, int sure) {}

    record AssessmentRow(
            String id,
            String state,
            String on,
            boolean openToPeers,
            boolean concluded,
            List<DimensionLevel> dimensions,
            boolean exercise) {}

    /** @param by a person's name, or {@code node} */
    record CriterionAnswer(
            String criterion,
            @OneOf(Verdict.class) String verdict,
            String evidence,
            String source,
            String by,
            String at) {}

    /** @param place by which the State agrees to it */
    record PeerReview(
            int place, String dimension, int level, String text, String by, String institution, boolean agreed) {}

    record AssessmentAnswers(
            AssessmentRow assessment, List<CriterionAnswer> answers, List<PeerReview> reviews, long version) {}

    record GivenAnswer(
            @OneOf(Verdict.class) String verdict,
            @Nullable String evidence,
            @Nullable String source) {}

    /** @param level that the peer sees; 0 where they only comment */
    record GivenReview(String dimension, int level, String text) {}

    @Described("Self-assessments that the caller may see, the latest first")
    @GetMapping
    ResponseEntity<Listed<AssessmentRow>> assessments(@RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                assessing.seenBy(current.require()).stream().map(this::row).toList(), page, exercise);
    }

    @Described("A self-assessment with its answers")
    @GetMapping("/{id}")
    ResponseEntity<AssessmentAnswers> assessment(@PathVariable String id, Locale locale) {
        return answer(find(id), HttpStatus.OK, locale);
    }

    @Described(value = "Begins a self-assessment of this State; the node answers what its records can", answer = 201)
    @PostMapping
    ResponseEntity<AssessmentAnswers> beginAssessment(Locale locale) {
        return answer(find(assessing.begin(current.require()).id()), HttpStatus.CREATED, locale);
    }

    @Described("Answers a criterion; a person's answer stands before the node's")
    @PutMapping("/{id}/answers/{criterion}")
    ResponseEntity<AssessmentAnswers> answerCriterion(
            @PathVariable String id,
            @PathVariable String criterion,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GivenAnswer given,
            Locale locale) {
        var verdict = Verdict.of(given.verdict())
                .orElseThrow(() -> new CapacityRefused("verdict", Said.of("capacity.refused.verdict")));
        return changed(
                id,
                ifMatch,
                by -> assessing.answer(by, id, criterion, verdict, text(given.evidence()), text(given.source())),
                locale);
    }

    @Described("Looks the records up again; what people answered stays")
    @PostMapping("/{id}/filling")
    ResponseEntity<AssessmentAnswers> fillAssessment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return changed(id, ifMatch, by -> assessing.fillAgain(by, id), locale);
    }

    @Described(value = "Opens a self-assessment to peers", decides = true)
    @PostMapping("/{id}/opening")
    ResponseEntity<AssessmentAnswers> openAssessment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return changed(id, ifMatch, by -> assessing.openToPeers(by, id), locale);
    }

    @Described(value = "Concludes a self-assessment", decides = true)
    @PostMapping("/{id}/conclusion")
    ResponseEntity<AssessmentAnswers> concludeAssessment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return changed(id, ifMatch, by -> assessing.conclude(by, id), locale);
    }

    @Described("Says as a peer what one sees of a dimension")
    @PostMapping("/{id}/reviews")
    ResponseEntity<AssessmentAnswers> reviewAssessment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GivenReview review,
            Locale locale) {
        return changed(
                id, ifMatch, by -> assessing.review(by, id, review.dimension(), review.level(), review.text()), locale);
    }

    @Described(value = "Agrees to the level that a peer sees", decides = true)
    @PostMapping("/{id}/reviews/{place}/agreement")
    ResponseEntity<AssessmentAnswers> agreeToReview(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return changed(id, ifMatch, by -> assessing.agree(by, id, place), locale);
    }

    private ResponseEntity<AssessmentAnswers> changed(
            String id, @Nullable String ifMatch, Consumer<Person> change, Locale locale) {
        EntityTag.of(find(id).version()).mustMatch(ifMatch);
        change.accept(current.require());
        return answer(find(id), HttpStatus.OK, locale);
    }

    private ResponseEntity<AssessmentAnswers> answer(Held<Assessment> held, HttpStatus status, Locale locale) {
        var it = held.it();
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, "/api/v1/capacity/assessments/" + it.id())
                .header(HttpHeaders.ETAG, EntityTag.of(held.version()).toString())
                .body(new AssessmentAnswers(
                        row(assessing.profile(it)),
                        it.answers().entrySet().stream()
                                .map(answer -> given(answer.getKey(), answer.getValue(), locale))
                                .toList(),
                        IntStream.range(0, it.reviews().size())
                                .mapToObj(place -> review(it, place))
                                .toList(),
                        held.version()));
    }

    private CriterionAnswer given(String criterion, Answer answer, Locale locale) {
        return new CriterionAnswer(
                criterion,
                answer.verdict().token(),
                answer.ofNode()
                        ? words.getMessage(Said.of(answer.key(), answer.about().toArray()), locale)
                        : answer.evidence(),
                answer.source(),
                answer.by(),
                answer.at());
    }

    private static PeerReview review(Assessment assessment, int place) {
        var it = assessment.reviews().get(place);
        return new PeerReview(place, it.dimension(), it.level(), it.text(), it.by(), it.institution(), it.agreed());
    }

    private AssessmentRow row(Profile profile) {
        var it = profile.assessment();
        return new AssessmentRow(
                it.id(),
                it.state(),
                it.on(),
                it.toPeers(),
                !it.goesOn(),
                profile.standings().stream()
                        .map(standing -> new DimensionLevel(
                                standing.dimension().id(),
                                standing.level(),
                                standing.agreed(),
                                standing.met(),
                                standing.notMet(),
                                standing.unknown(),
                                standing.sure()))
                        .toList(),
                exercise);
    }

    private Held<Assessment> find(String id) {
        return assessing
                .find(current.require(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
