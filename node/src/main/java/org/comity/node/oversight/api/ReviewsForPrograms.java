package org.comity.node.oversight.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.review.DrawingSamples;
import org.comity.node.oversight.review.Finding;
import org.comity.node.oversight.review.FollowingFindings;
import org.comity.node.oversight.review.Point;
import org.comity.node.oversight.review.ReviewingSafeguards;
import org.comity.node.oversight.review.Sample;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
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

/** The reviewer's desk: drawings, what drawn cases say of their safeguards, verdicts, and findings that are followed. */
@RestController
@RequestMapping("/api/v1/oversight")
class ReviewsForPrograms {

    private final DrawingSamples drawing;
    private final ReviewingSafeguards reviewing;
    private final FollowingFindings findings;
    private final CurrentPerson current;
    private final boolean exercise;

    ReviewsForPrograms(
            DrawingSamples drawing,
            ReviewingSafeguards reviewing,
            FollowingFindings findings,
            CurrentPerson current,
            ComitySettings settings) {
        this.drawing = drawing;
        this.reviewing = reviewing;
        this.findings = findings;
        this.current = current;
        this.exercise = settings.exercise();
    }

    record DrawnJson(UUID request, String reference, String kind, int points, int doubts, int findings) {}

    /** @param same whether the seed draws the same again; null where nobody asked */
    record SampleJson(
            int number,
            String name,
            @OneOf(Universe.class) String of,
            LocalDate from,
            LocalDate until,
            int each,
            String seed,
            int population,
            String populationSha256,
            String drawnBy,
            Instant drawnAt,
            List<DrawnJson> drawn,
            Optional<Boolean> same,
            boolean exercise) {}

    /** @param each of each kind of request at most */
    record NewSample(String name, @OneOf(Universe.class) String of, LocalDate from, LocalDate until, int each) {}

    /** @param about key of what the text answers */
    record ReasonJson(String about, String text) {}

    /** @param verdict the last one that was given; null before that */
    record PointJson(
            @OneOf(Point.class) String point,
            List<ReasonJson> said,
            @OneOf(Point.Verdict.class) Optional<String> verdict,
            Optional<String> remark,
            Optional<String> by) {}

    record ReviewedCase(UUID request, String reference, String kind, List<PointJson> points, boolean exercise) {}

    /** @param remark asked for where something is not in order */
    record GivenVerdict(
            @OneOf(Point.Verdict.class) String verdict,
            @Nullable String remark) {}

    record NewFinding(@OneOf(Point.class) String point, String text, LocalDate due) {}

    record ReviewStepJson(String act, String text, String by, Instant at) {}

    record ReviewFindingJson(
            UUID id,
            int number,
            UUID request,
            String reference,
            @OneOf(Point.class) String point,
            LocalDate due,
            @OneOf(Finding.State.class) String state,
            List<ReviewStepJson> steps,
            boolean exercise) {}

    record FindingWords(String text) {}

    @Described("Samples that were drawn, each with its cases and how far their review is")
    @GetMapping("/samples")
    ResponseEntity<Listed<SampleJson>> samples(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(
                drawing.all().stream().map(it -> json(it, Optional.empty())).toList(), page, exercise);
    }

    @Described("A sample; with again, whether its seed still draws the same")
    @GetMapping("/samples/{number}")
    SampleJson sample(@PathVariable int number, @RequestParam(defaultValue = "false") boolean again) {
        reader();
        var it = drawing.sample(number);
        return json(it, again ? Optional.of(drawing.drawsTheSame(it)) : Optional.empty());
    }

    @Described(value = "Draws cases by lot; no drawing can be taken back", answer = 201, decides = true)
    @PostMapping("/samples")
    ResponseEntity<SampleJson> drawSample(@RequestBody NewSample wanted) {
        var number = drawing.draw(
                current.require(),
                wanted.name(),
                Universe.of(wanted.of()).orElseThrow(() -> refused("of", "oversight.refused.universe")),
                days(wanted),
                wanted.each());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/oversight/samples/" + number)
                .body(json(drawing.sample(number), Optional.empty()));
    }

    private static Days days(NewSample wanted) {
        try {
            return new Days(wanted.from(), wanted.until());
        } catch (DateTimeException | NullPointerException unreadable) {
            throw refused("from", "oversight.refused.days");
        }
    }

    private SampleJson json(Sample it, Optional<Boolean> same) {
        return new SampleJson(
                it.number(),
                it.name(),
                it.of(),
                it.from(),
                it.until(),
                it.each(),
                it.seed(),
                it.population(),
                it.populationSha256(),
                it.drawnBy(),
                it.drawnAt(),
                drawing.drawn(it.number()).stream()
                        .map(drawn -> new DrawnJson(
                                drawn.request(),
                                drawn.reference(),
                                drawn.kind(),
                                drawn.points(),
                                drawn.doubts(),
                                drawn.findings()))
                        .toList(),
                same,
                exercise);
    }

    @Described("What a drawn case says on each point, with the verdicts so far; this reading is written down")
    @GetMapping("/samples/{number}/requests/{request}")
    ReviewedCase reviewedCase(@PathVariable int number, @PathVariable UUID request) {
        reader();
        return json(reviewing.desk(number, request));
    }

    @Described(value = "Gives a verdict on a point of a drawn case; earlier ones stay", decides = true)
    @PutMapping("/samples/{number}/requests/{request}/verdicts/{point}")
    ReviewedCase giveVerdict(
            @PathVariable int number,
            @PathVariable UUID request,
            @PathVariable @OneOf(Point.class) String point,
            @RequestBody GivenVerdict given) {
        var verdict =
                Point.Verdict.of(given.verdict()).orElseThrow(() -> refused("verdict", "oversight.refused.verdict"));
        reviewing.find(
                current.require(),
                number,
                request,
                Point.of(point).orElseThrow(OversightRefused::notThere),
                verdict,
                given.remark() == null ? "" : given.remark());
        return json(reviewing.desk(number, request));
    }

    private ReviewedCase json(ReviewingSafeguards.Desk it) {
        return new ReviewedCase(
                it.request(),
                it.reference(),
                it.kind(),
                it.points().stream()
                        .map(point -> new PointJson(
                                point.point().token(),
                                point.said().stream()
                                        .map(word -> new ReasonJson(word.label(), word.text()))
                                        .toList(),
                                point.found().map(found -> found.verdict().token()),
                                point.found().map(ReviewingSafeguards.Found::remark),
                                point.found().map(ReviewingSafeguards.Found::by)))
                        .toList(),
                exercise);
    }

    @Described(value = "Raises a finding, which goes to whoever owns the case", answer = 201, decides = true)
    @PostMapping("/samples/{number}/requests/{request}/findings")
    ResponseEntity<ReviewFindingJson> raiseFinding(
            @PathVariable int number, @PathVariable UUID request, @RequestBody NewFinding given) {
        var by = current.require();
        var id = findings.raise(
                by,
                request,
                Optional.of(number),
                Point.of(given.point()).orElseThrow(() -> refused("point", "oversight.refused.point")),
                given.text(),
                Optional.ofNullable(given.due()));
        return answer(HttpStatus.CREATED, findings.shown(by, id));
    }

    @Described("Findings with all that was said on them, open ones first")
    @GetMapping("/findings")
    ResponseEntity<Listed<ReviewFindingJson>> findings(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(findings.all().stream().map(this::json).toList(), page, exercise);
    }

    @Described("A finding, for oversight and for whoever may see its case")
    @GetMapping("/findings/{id}")
    ResponseEntity<ReviewFindingJson> finding(@PathVariable UUID id) {
        return answer(HttpStatus.OK, findings.shown(current.require(), id));
    }

    @Described(
            value = "Answers a finding as the case's owner; sends it back or settles it as oversight",
            decides = true)
    @PostMapping("/findings/{id}/acts/{act}")
    ResponseEntity<ReviewFindingJson> followFinding(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FindingWords said) {
        var by = current.require();
        tag(findings.shown(by, id)).mustMatch(ifMatch);
        switch (act) {
            case "answer" -> findings.answer(by, id, said.text());
            case "send-back" -> findings.sendBack(by, id, said.text());
            case "settle" -> findings.settle(by, id, said.text());
            default -> throw OversightRefused.notThere();
        }
        return answer(HttpStatus.OK, findings.shown(by, id));
    }

    /** Each step is a version: nothing said is ever changed. */
    private static EntityTag tag(Finding it) {
        return EntityTag.of(it.steps().size());
    }

    private ResponseEntity<ReviewFindingJson> answer(HttpStatus status, Finding it) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, "/api/v1/oversight/findings/" + it.id())
                .header(HttpHeaders.ETAG, tag(it).toString())
                .body(json(it));
    }

    private ReviewFindingJson json(Finding it) {
        return new ReviewFindingJson(
                it.id(),
                it.number(),
                it.request(),
                it.reference(),
                it.point().token(),
                it.due(),
                it.state().token(),
                it.steps().stream()
                        .map(step -> new ReviewStepJson(step.act(), step.text(), step.by(), step.at()))
                        .toList(),
                exercise);
    }

    private static OversightRefused refused(String field, String key) {
        return new OversightRefused(field, Said.of(key));
    }

    private Person reader() {
        return Overseeing.reader(current.require());
    }
}
