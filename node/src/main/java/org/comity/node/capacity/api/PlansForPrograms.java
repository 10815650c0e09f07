package org.comity.node.capacity.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.capacity.KeepingPlan;
import org.comity.node.capacity.SuggestingTraining;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.capacity.plan.Suggestion;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
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

/** Action plans, and the training that new law suggests, for programs. */
@RestController
@RequestMapping("/api/v1/capacity")
class PlansForPrograms {

    private final KeepingPlan plans;
    private final SuggestingTraining suggesting;
    private final CurrentPerson current;
    private final TransactionTemplate transaction;
    private final boolean exercise;

    PlansForPrograms(
            KeepingPlan plans,
            SuggestingTraining suggesting,
            CurrentPerson current,
            TransactionTemplate transaction,
            ComitySettings settings) {
        this.plans = plans;
        this.suggesting = suggesting;
        this.current = current;
        this.transaction = transaction;
        this.exercise = settings.exercise();
    }

    record PlanObjective(String id, String text, String dimension, int level, String by) {}

    record PlanActivity(
            String id,
            String objective,
            String title,
            String lead,
            String supporters,
            String from,
            String until,
            long cost,
            long funded,
            String currency,
            List<String> provisions,
            String course,
            String law,
            String rights,
            @OneOf(Plan.Progress.class) String progress,
            String remark) {}

    /** @param before in the year before the plan began @param now over twelve months; null where not known */
    record PlanIndicator(
            String id, String unit, Optional<Double> before, Optional<Double> now, String target, boolean counted) {}

    /** @param scope and about whom it is for; both empty for the State's own */
    record PlanOutline(
            String id,
            String scope,
            String about,
            String title,
            String mandate,
            String lead,
            String from,
            String until,
            List<PlanObjective> objectives,
            List<PlanActivity> activities,
            List<PlanIndicator> indicators,
            long version,
            boolean exercise) {}

    /** @param scope {@code region}, {@code project} or {@code state}; only asked for when a plan is opened */
    record PlanDescription(
            @Nullable @OneOf(Plan.Scope.class) String scope,
            @Nullable String about,
            String title,
            @Nullable String mandate,
            @Nullable String lead,
            @Nullable String from,
            @Nullable String until) {

        KeepingPlan.Description description() {
            return new KeepingPlan.Description(text(title), text(mandate), text(lead), text(from), text(until));
        }
    }

    record NewObjective(
            String text,
            @Nullable String dimension,
            int level,
            @Nullable String by) {}

    record NewActivity(
            String title,
            String lead,
            @Nullable String objective,
            @Nullable String supporters,
            @Nullable String from,
            @Nullable String until,
            long cost,
            long funded,
            @Nullable String currency,
            @Nullable List<String> provisions,
            @Nullable String rights) {

        Plan.Activity activity() {
            return new Plan.Activity(
                    "",
                    text(objective),
                    text(title),
                    text(lead),
                    text(supporters),
                    text(from),
                    text(until),
                    cost,
                    funded,
                    text(currency),
                    Objects.requireNonNullElse(provisions, List.of()),
                    "",
                    "",
                    text(rights),
                    Plan.Progress.PLANNED,
                    "");
        }
    }

    record ActivityStanding(
            @OneOf(Plan.Progress.class) String progress,
            long funded,
            @Nullable String remark) {}

    record NewIndicator(
            String indicator, String target, @Nullable String owner) {}

    record IndicatorValue(String value, String source) {}

    /** @param courses ids of the register, the nearest first */
    record SuggestedTraining(String id, String change, String why, List<String> subjects, List<String> courses) {

        static SuggestedTraining of(Suggestion it) {
            return new SuggestedTraining(it.id(), it.change(), it.why(), it.subjects(), it.courses());
        }
    }

    record TakenSuggestion(
            String course, String lead, @Nullable String until) {}

    record LeftSuggestion(String because) {}

    @Described("Action plans, the State's own first")
    @GetMapping("/plans")
    ResponseEntity<Listed<PlanOutline>> plans(@RequestParam(defaultValue = "1") int page) {
        insider();
        return Listed.of(plans.all().stream().map(this::json).toList(), page, exercise);
    }

    @Described("An action plan with its indicators before and after; the State's own is called national")
    @GetMapping("/plans/{id}")
    ResponseEntity<PlanOutline> plan(@PathVariable String id) {
        insider();
        return answer(plans.plan(id), HttpStatus.OK);
    }

    @Described(value = "Opens a plan beside the State's own, for a region, a project or another State", answer = 201)
    @PostMapping("/plans")
    ResponseEntity<PlanOutline> openPlan(@RequestBody PlanDescription given) {
        var opened = plans.open(current.require(), text(given.scope()), text(given.about()), given.description());
        return answer(plans.plan(opened.id()), HttpStatus.CREATED);
    }

    @Described("Says what a plan is called, on what it rests, who keeps it and for how long")
    @PutMapping("/plans/{id}")
    ResponseEntity<PlanOutline> describePlan(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlanDescription given) {
        return changed(id, ifMatch, by -> plans.describe(by, id, given.description()));
    }

    @Described("Adds an objective to a plan")
    @PostMapping("/plans/{id}/objectives")
    ResponseEntity<PlanOutline> addObjective(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewObjective given) {
        return changed(
                id,
                ifMatch,
                by -> plans.addObjective(
                        by, id, text(given.text()), text(given.dimension()), given.level(), text(given.by())));
    }

    @Described("Adds an activity to a plan")
    @PostMapping("/plans/{id}/activities")
    ResponseEntity<PlanOutline> addActivity(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewActivity given) {
        return changed(id, ifMatch, by -> plans.addActivity(by, id, given.activity()));
    }

    @Described("Says where an activity stands")
    @PutMapping("/plans/{id}/activities/{activity}")
    ResponseEntity<PlanOutline> moveActivity(
            @PathVariable String id,
            @PathVariable String activity,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ActivityStanding given) {
        var progress = Plan.Progress.of(text(given.progress()))
                .orElseThrow(() -> new CapacityRefused("progress", Said.of("capacity.refused.progress")));
        return changed(id, ifMatch, by -> plans.move(by, id, activity, progress, given.funded(), text(given.remark())));
    }

    @Described("Adds an indicator with its target to a plan")
    @PostMapping("/plans/{id}/indicators")
    ResponseEntity<PlanOutline> addIndicator(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewIndicator given) {
        return changed(
                id,
                ifMatch,
                by -> plans.aimAt(by, id, text(given.indicator()), text(given.target()), text(given.owner())));
    }

    @Described("Enters a value of an indicator that the node can't count; none is ever taken back")
    @PostMapping("/plans/{id}/indicators/{indicator}/values")
    ResponseEntity<PlanOutline> enterValue(
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody IndicatorValue given) {
        return changed(id, ifMatch, by -> plans.value(by, id, indicator, text(given.value()), text(given.source())));
    }

    @Described("New law of this State, with courses for those who will apply it, that nobody has answered yet")
    @GetMapping("/suggestions")
    ResponseEntity<Listed<SuggestedTraining>> suggestions(@RequestParam(defaultValue = "1") int page) {
        insider();
        return Listed.of(
                suggesting.waiting().stream().map(SuggestedTraining::of).toList(), page, exercise);
    }

    @Described(value = "Makes an activity of the State's own plan of a suggestion", answer = 204)
    @PostMapping("/suggestions/{id}/taking")
    ResponseEntity<Void> takeSuggestion(@PathVariable String id, @RequestBody TakenSuggestion given) {
        suggesting.take(current.require(), id, text(given.course()), text(given.lead()), text(given.until()));
        return ResponseEntity.noContent().build();
    }

    @Described(value = "Leaves a suggestion, and says why", answer = 204)
    @PostMapping("/suggestions/{id}/leaving")
    ResponseEntity<Void> leaveSuggestion(@PathVariable String id, @RequestBody LeftSuggestion given) {
        suggesting.leave(current.require(), id, text(given.because()));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<PlanOutline> changed(String id, @Nullable String ifMatch, Consumer<Person> change) {
        insider();
        transaction.executeWithoutResult(_ -> {
            EntityTag.of(plans.hold(id).version()).mustMatch(ifMatch);
            change.accept(current.require());
        });
        return answer(plans.plan(id), HttpStatus.OK);
    }

    private ResponseEntity<PlanOutline> answer(Held<Plan> held, HttpStatus status) {
        return ResponseEntity.status(status)
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/capacity/plans/" + held.it().id())
                .header(HttpHeaders.ETAG, EntityTag.of(held.version()).toString())
                .body(json(held));
    }

    private PlanOutline json(Held<Plan> held) {
        var plan = held.it();
        return new PlanOutline(
                plan.id(),
                plan.scope(),
                plan.about(),
                plan.title(),
                plan.mandate(),
                plan.lead(),
                plan.from(),
                plan.until(),
                plan.objectives().stream()
                        .map(it -> new PlanObjective(it.id(), it.text(), it.dimension(), it.level(), it.by()))
                        .toList(),
                plan.activities().stream().map(PlansForPrograms::json).toList(),
                plans.aims(plan).stream()
                        .map(it -> new PlanIndicator(
                                it.indicator().id(),
                                it.indicator().unit(),
                                it.before(),
                                it.now(),
                                it.aim().target(),
                                it.counted()))
                        .toList(),
                held.version(),
                exercise);
    }

    private static PlanActivity json(Plan.Activity it) {
        return new PlanActivity(
                it.id(),
                it.objective(),
                it.title(),
                it.lead(),
                it.supporters(),
                it.from(),
                it.until(),
                it.cost(),
                it.funded(),
                it.currency(),
                it.provisions(),
                it.course(),
                it.law(),
                it.rights(),
                it.progress().token(),
                it.remark());
    }

    /** What a State plans is not for everybody who works here. */
    private void insider() {
        if (!CapacityAccess.maySee(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
