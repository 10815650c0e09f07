package org.comity.node.oversight.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.law.StateCode;
import org.comity.node.frame.Described;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.access.Reading;
import org.comity.node.oversight.access.Readings;
import org.comity.node.oversight.alert.Alert;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.oversight.complaint.Complaint;
import org.comity.node.oversight.complaint.HearingComplaints;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.keep.ErasureRegister;
import org.comity.node.oversight.loop.Loop;
import org.comity.node.oversight.loop.ReadingLoop;
import org.comity.node.oversight.review.DrawingSamples;
import org.comity.node.oversight.review.Finding;
import org.comity.node.oversight.review.FollowingFindings;
import org.comity.node.oversight.review.Sample;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What oversight has, to be read. Programs decide nothing here: drawing, finding and closing are done by persons on pages. */
@RestController
@RequestMapping("/api/v1/oversight")
class DeskForPrograms {

    private final Readings readings;
    private final CommittingReadings committing;
    private final DrawingSamples samples;
    private final FollowingFindings findings;
    private final HearingComplaints complaints;
    private final LookingForPatterns patterns;
    private final ErasureRegister register;
    private final ReadingLoop loop;
    private final CurrentPerson current;
    private final Clock clock;

    DeskForPrograms(
            Readings readings,
            CommittingReadings committing,
            DrawingSamples samples,
            FollowingFindings findings,
            HearingComplaints complaints,
            LookingForPatterns patterns,
            ErasureRegister register,
            ReadingLoop loop,
            CurrentPerson current,
            Clock clock) {
        this.readings = readings;
        this.committing = committing;
        this.samples = samples;
        this.findings = findings;
        this.complaints = complaints;
        this.patterns = patterns;
        this.register = register;
        this.loop = loop;
        this.current = current;
        this.clock = clock;
    }

    /** @param token by whose name a program came; null for a person on a page @param shown false where they may not see it */
    record ReadingJson(
            long number,
            Instant at,
            String who,
            List<String> roles,
            Optional<String> token,
            String kind,
            String what,
            String address,
            boolean shown) {
        static ReadingJson of(Reading it) {
            return new ReadingJson(
                    it.number(),
                    it.at(),
                    it.name(),
                    it.roles(),
                    it.token(),
                    it.kind(),
                    it.label(),
                    it.address(),
                    it.shown());
        }
    }

    record ReadingDayJson(LocalDate day, long readings, String sha256, Optional<Long> journalEntry) {}

    record DrawnJson(UUID request, String reference, String kind, int points, int doubts, int findings) {}

    record SampleJson(
            int number,
            String name,
            String of,
            LocalDate from,
            LocalDate until,
            int each,
            String seed,
            int population,
            String populationSha256,
            String drawnBy,
            Instant drawnAt,
            List<DrawnJson> drawn) {}

    record ReviewStepJson(String act, String text, String by, Instant at) {}

    record ReviewFindingJson(
            UUID id,
            int number,
            UUID request,
            String reference,
            String point,
            LocalDate due,
            String state,
            List<ReviewStepJson> steps) {
        static ReviewFindingJson of(Finding it) {
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
                            .toList());
        }
    }

    /** Without who complains. */
    record ComplaintJson(
            int number,
            LocalDate receivedOn,
            String subject,
            Optional<String> request,
            LocalDate due,
            Optional<String> outcome,
            Optional<String> remedy,
            Optional<String> reasons) {
        static ComplaintJson of(Complaint it) {
            return new ComplaintJson(
                    it.number(),
                    it.receivedOn(),
                    it.subject(),
                    it.request(),
                    it.due(),
                    it.decision().map(decided -> decided.outcome().token()),
                    it.decision().map(decided -> decided.remedy().token()),
                    it.decision().map(Complaint.Decision::reasons));
        }
    }

    record AlertJson(
            UUID id,
            String rule,
            String subject,
            String threshold,
            List<String> figures,
            Instant raisedAt,
            String state,
            Optional<String> reason) {
        static AlertJson of(Alert it) {
            return new AlertJson(
                    it.id(),
                    it.rule(),
                    it.subject(),
                    it.threshold(),
                    it.figures(),
                    it.raisedAt(),
                    it.state(),
                    it.reason());
        }
    }

    record ErasedJson(String kind, String what, Instant at, String rule, String by) {}

    record DueJson(String kind, String what, LocalDate since, int days, LocalDate due) {}

    record RecommendedJson(String id, String text, String state) {}

    /** @param from the State from which routes are planned @param opened null where no law was changed */
    record LoopJson(
            String state,
            String from,
            int gaps,
            int toLookUp,
            List<String> firstGaps,
            int routesNotOpen,
            long requests,
            long refused,
            long late,
            long lost,
            long needs,
            long needsMatched,
            long needsMet,
            List<RecommendedJson> recommendations,
            int lawChanges,
            Optional<Integer> opened) {
        static LoopJson of(Loop it) {
            return new LoopJson(
                    it.state().code().value(),
                    it.other().code().value(),
                    it.gaps().toEnact(),
                    it.gaps().toLookUp(),
                    it.gaps().first(),
                    it.routes().notOpen(),
                    it.requests().number(),
                    it.requests().refused(),
                    it.requests().late(),
                    it.requests().lost(),
                    it.needs().declared(),
                    it.needs().matched(),
                    it.needs().delivered(),
                    it.recommendations().stream()
                            .map(cited -> new RecommendedJson(cited.id(), cited.text(), cited.state()))
                            .toList(),
                    it.changes().published(),
                    it.changes().opened());
        }
    }

    @Described("Who was shown what, newest first, fifty a page")
    @GetMapping("/readings")
    List<ReadingJson> readings(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "1") int page) {
        reader();
        var days = Days.asked(from, until, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return readings.found(new Readings.Filter(who, what, days, refused), Math.max(1, page)).stream()
                .limit(Readings.PAGE)
                .map(ReadingJson::of)
                .toList();
    }

    @Described("What the journal holds of each day's readings, newest first")
    @GetMapping("/readings/days")
    List<ReadingDayJson> readingDays(@RequestParam(defaultValue = "1") int page) {
        reader();
        return committing.days(Math.max(1, page), Readings.PAGE, false).stream()
                .map(it -> new ReadingDayJson(it.day(), it.readings(), it.sha256(), it.entry()))
                .toList();
    }

    @Described("Samples that were drawn, each with its cases and how far their review is")
    @GetMapping("/samples")
    List<SampleJson> samples() {
        reader();
        return samples.all().stream().map(this::sample).toList();
    }

    private SampleJson sample(Sample it) {
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
                samples.drawn(it.number()).stream()
                        .map(drawn -> new DrawnJson(
                                drawn.request(),
                                drawn.reference(),
                                drawn.kind(),
                                drawn.points(),
                                drawn.doubts(),
                                drawn.findings()))
                        .toList());
    }

    @Described("Findings with all that was said on them, open ones first")
    @GetMapping("/findings")
    List<ReviewFindingJson> findings() {
        reader();
        return findings.all().stream().map(ReviewFindingJson::of).toList();
    }

    @Described("Complaints without who complains, open ones first")
    @GetMapping("/complaints")
    List<ComplaintJson> complaints() {
        return complaints.all(reader()).stream().map(ComplaintJson::of).toList();
    }

    @Described("Patterns that rules saw, open ones first")
    @GetMapping("/alerts")
    List<AlertJson> alerts() {
        reader();
        return patterns.all().stream().map(AlertJson::of).toList();
    }

    @Described("What was erased, when and by which rule")
    @GetMapping("/erasures")
    List<ErasedJson> erasures() {
        reader();
        return register.erased().stream()
                .map(it -> new ErasedJson(it.kind(), it.label(), it.at(), it.rule(), it.by()))
                .toList();
    }

    @Described("What is due for erasure within a month")
    @GetMapping("/erasures/due")
    List<DueJson> erasuresDue() {
        reader();
        return register.due().stream()
                .map(it -> new DueJson(it.kind(), it.label(), it.since(), it.days(), it.due()))
                .toList();
    }

    @Described("The loop of one State in numbers")
    @GetMapping("/loop/{state}")
    LoopJson loop(@PathVariable String state) {
        reader();
        if (!state.matches("[A-Z]{2}")) {
            throw OversightRefused.notThere();
        }
        return LoopJson.of(loop.of(StateCode.of(state)));
    }

    private Person reader() {
        return Overseeing.reader(current.require());
    }
}
