package org.comity.node.oversight.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.law.Standing;
import org.comity.law.StateCode;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.access.Reading;
import org.comity.node.oversight.access.Readings;
import org.comity.node.oversight.alert.Alert;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.keep.AuditorFile;
import org.comity.node.oversight.keep.ErasureRegister;
import org.comity.node.oversight.loop.Gap;
import org.comity.node.oversight.loop.Loop;
import org.comity.node.oversight.loop.ReadingLoop;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who saw what, patterns, erasures, the loop, and all of it for an auditor. */
@RestController
@RequestMapping("/api/v1/oversight")
class DeskForPrograms {

    /** Ten years. */
    private static final int MOST_DAYS = 3660;

    private final Readings readings;
    private final CommittingReadings committing;
    private final LookingForPatterns patterns;
    private final ErasureRegister register;
    private final ReadingLoop loop;
    private final AuditorFile auditor;
    private final CurrentPerson current;
    private final boolean exercise;
    private final Clock clock;

    DeskForPrograms(
            Readings readings,
            CommittingReadings committing,
            LookingForPatterns patterns,
            ErasureRegister register,
            ReadingLoop loop,
            AuditorFile auditor,
            CurrentPerson current,
            ComitySettings settings,
            Clock clock) {
        this.readings = readings;
        this.committing = committing;
        this.patterns = patterns;
        this.register = register;
        this.loop = loop;
        this.auditor = auditor;
        this.current = current;
        this.exercise = settings.exercise();
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

    /**
     * What hangs on a provision that the State's law lacks.
     *
     * @param ways that would stand better if it were there
     * @param refused of the requests about it
     * @param needs for help with it
     */
    record GapJson(
            String provision,
            List<HeldUpJson> ways,
            long refused,
            long late,
            List<AboutGapJson> requests,
            List<String> needs) {
        static GapJson of(Gap it) {
            return new GapJson(
                    it.provision().id(),
                    it.ways().stream()
                            .map(way -> new HeldUpJson(
                                    way.measure().code(),
                                    way.from().value(),
                                    way.to().value(),
                                    way.provision(),
                                    way.now().map(Standing::code),
                                    way.then().code()))
                            .toList(),
                    it.refused(),
                    it.late(),
                    it.requests().stream()
                            .map(asked -> new AboutGapJson(
                                    asked.id(),
                                    asked.reference(),
                                    asked.on(),
                                    asked.refused(),
                                    asked.late(),
                                    asked.ground()))
                            .toList(),
                    it.needs().stream().map(Gap.Need::id).toList());
        }
    }

    /** @param now empty where there is no such way @param then if the law had what it lacks */
    record HeldUpJson(String measure, String from, String to, String provision, Optional<String> now, String then) {}

    record AboutGapJson(
            UUID request, String reference, LocalDate on, boolean refused, boolean late, Optional<String> ground) {}

    /** @param from the State from which routes are planned @param opened null where no law was changed */
    record LoopJson(
            String state,
            String from,
            int gaps,
            int toLookUp,
            List<GapJson> eachGap,
            long routesNotOpen,
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
                    it.gaps().all().stream().map(GapJson::of).toList(),
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
    ResponseEntity<Listed<ReadingJson>> readings(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "1") int page) {
        reader();
        var days = Days.asked(from, until, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        var shown = Listed.page(page);
        var found = readings.found(new Readings.Filter(who, what, days, refused), shown);
        return Listed.ofPage(found.stream().map(ReadingJson::of).toList(), shown, exercise);
    }

    @Described("What the journal holds of each day's readings, newest first")
    @GetMapping("/readings/days")
    ResponseEntity<Listed<ReadingDayJson>> readingDays(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(
                committing.days(1, MOST_DAYS, false).stream()
                        .map(it -> new ReadingDayJson(it.day(), it.readings(), it.sha256(), it.entry()))
                        .toList(),
                page,
                exercise);
    }

    @Described("Patterns that rules saw, open ones first")
    @GetMapping("/alerts")
    ResponseEntity<Listed<AlertJson>> alerts(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(patterns.all().stream().map(AlertJson::of).toList(), page, exercise);
    }

    @Described(value = "Looks for patterns now; they are looked for by the clock too", answer = 204, decides = true)
    @PostMapping("/alerts")
    ResponseEntity<Void> lookForPatterns() {
        Overseeing.overseer(current.require());
        patterns.look();
        return ResponseEntity.noContent().build();
    }

    /** @param reason what it was; asked for when it is closed */
    record AlertHandling(@Nullable String reason) {}

    @Described(value = "Acknowledges a pattern, or closes it with what it was", answer = 204, decides = true)
    @PostMapping("/alerts/{id}/acts/{act}")
    ResponseEntity<Void> handleAlert(
            @PathVariable UUID id, @PathVariable String act, @RequestBody AlertHandling handling) {
        var by = current.require();
        switch (act) {
            case "acknowledge" -> patterns.acknowledge(by, id);
            case "close" -> patterns.close(by, id, Objects.requireNonNullElse(handling.reason(), ""));
            default -> throw OversightRefused.notThere();
        }
        return ResponseEntity.noContent().build();
    }

    @Described(
            value = "All that oversight has of some days in one file, with proofs from the journal",
            media = "application/zip",
            decides = true)
    @PostMapping("/auditor")
    ResponseEntity<byte[]> auditorFile(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until) {
        var days = Days.asked(from, until, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .body(auditor.of(current.require(), days));
    }

    @Described("What was erased, when and by which rule")
    @GetMapping("/erasures")
    ResponseEntity<Listed<ErasedJson>> erasures(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(
                register.erased().stream()
                        .map(it -> new ErasedJson(it.kind(), it.label(), it.at(), it.rule(), it.by()))
                        .toList(),
                page,
                exercise);
    }

    @Described("What is due for erasure within a month")
    @GetMapping("/erasures/due")
    ResponseEntity<Listed<DueJson>> erasuresDue(@RequestParam(defaultValue = "1") int page) {
        reader();
        return Listed.of(
                register.due().stream()
                        .map(it -> new DueJson(it.kind(), it.label(), it.since(), it.days(), it.due()))
                        .toList(),
                page,
                exercise);
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
