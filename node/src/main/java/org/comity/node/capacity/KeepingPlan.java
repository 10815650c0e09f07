package org.comity.node.capacity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.comity.node.capacity.plan.Indicator;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.capacity.plan.Plan.Activity;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Span;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.comity.node.time.ClockAdvanced;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Action plans: who does what until when, at which cost, and whether it changes what is measured. The State's own is always
 * there; others stand beside it.
 */
@Service
public class KeepingPlan {

    private static final int REMINDED_DAYS = 14;

    private final Records<Plan> plans;
    private final KeepingRegister register;
    private final MeasuringPlan measuring;
    private final CountedHere counted;
    private final Notices notices;

    KeepingPlan(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingRegister register,
            MeasuringPlan measuring,
            CountedHere counted,
            Notices notices,
            Clock clock) {
        this.plans = new Records<>(
                "plan",
                Plan.class,
                Plan::id,
                () -> List.of(Plan.empty()),
                CapacityRefused.keeping(jdbc, events, clock));
        this.register = register;
        this.measuring = measuring;
        this.counted = counted;
        this.notices = notices;
    }

    /** @param counted this node tells it by itself @param before in the year before the plan began @param now over the last twelve months */
    public record AimRow(
            Indicator indicator, Plan.Aim aim, boolean counted, Optional<Double> before, Optional<Double> now) {}

    /** @param mandate decision on which it rests @param lead institution that keeps it */
    public record Description(String title, String mandate, String lead, String from, String until) {

        public Description {
            title = title.strip();
            mandate = mandate.strip();
            lead = lead.strip();
            from = from.strip();
            until = until.strip();
        }

        private Plan of(Plan plan) {
            return plan.withTitle(title)
                    .withMandate(mandate)
                    .withLead(lead)
                    .withFrom(from)
                    .withUntil(until);
        }
    }

    /** The State's own first, then in the order in which they were opened. */
    public List<Held<Plan>> all() {
        return plans.all();
    }

    public Held<Plan> plan(String id) {
        return plans.find(id).orElseThrow(() -> CapacityRefused.of("id", "kept.refused.absent"));
    }

    /** Nobody else changes it until the transaction ends. */
    public Held<Plan> hold(String id) {
        return plans.hold(id);
    }

    public List<Change> history(String id) {
        return plans.history(id);
    }

    public List<AimRow> aims(Plan plan) {
        return plan.aims().stream()
                .flatMap(aim -> Indicator.of(aim.indicator()).stream()
                        .map(it -> new AimRow(
                                it,
                                aim,
                                measuring.counts(plan, it),
                                measuring.before(plan, it, aim),
                                measuring.now(plan, it, aim))))
                .toList();
    }

    /** @param about the region, the project or the State that it is for */
    @Transactional
    public Plan open(Person by, String scope, String about, Description description) {
        CapacityAccess.keeper(by);
        var of = Plan.Scope.of(scope).orElseThrow(() -> CapacityRefused.of("scope", "capacity.refused.scope"));
        need(isKnown(of, about.strip()), "about", "capacity.refused.about");
        check(description);
        var plan = description.of(Plan.opened(UUID.randomUUID().toString(), of, about.strip()));
        return plans.add(plan, by.name(), "opened").it();
    }

    private boolean isKnown(Plan.Scope scope, String about) {
        return switch (scope) {
            case STATE -> register.state(about).isPresent();
            case REGION -> register.data().regions().containsKey(about);
            case PROJECT -> register.find(Kind.PROJECT, about).isPresent();
        };
    }

    @Transactional
    public void describe(Person by, String id, Description description) {
        check(description);
        change(by, id, "described", description::of);
    }

    private static void check(Description description) {
        need(!description.title().isEmpty(), "title", "capacity.refused.title");
        times(description.from(), description.until());
    }

    @Transactional
    public void addObjective(Person by, String id, String text, String dimension, int level, String until) {
        need(!text.isBlank(), "text", "capacity.refused.objective");
        need(until.isBlank() || Span.isTime(until), "by", "capacity.refused.time");
        change(
                by,
                id,
                "objective",
                it -> it.plus(new Plan.Objective(
                        UUID.randomUUID().toString(), text.strip(), dimension, level, until.strip())));
    }

    /** @param activity without an id */
    @Transactional
    public void addActivity(Person by, String id, Activity activity) {
        need(!activity.title().isBlank(), "activity", "capacity.refused.activity");
        need(!activity.lead().isBlank(), "activity-lead", "capacity.refused.lead");
        times(activity.from(), activity.until());
        change(
                by,
                id,
                "activity",
                it -> it.plus(activity.withId(UUID.randomUUID().toString())));
    }

    /** What is dropped or late says why. */
    @Transactional
    public void move(Person by, String id, String activity, Plan.Progress progress, long funded, String remark) {
        need(plan(id).it().activities().stream().anyMatch(it -> it.id().equals(activity)), "id", "kept.refused.absent");
        need(
                progress != Plan.Progress.DROPPED && progress != Plan.Progress.DELAYED || !remark.isBlank(),
                "remark-" + activity,
                "capacity.refused.remark");
        change(
                by,
                id,
                progress.token(),
                it -> it.changing(
                        activity,
                        old -> old.withProgress(progress).withFunded(funded).withRemark(remark.strip())));
    }

    @Transactional
    public void aimAt(Person by, String id, String indicator, String target, String owner) {
        var known = Indicator.of(indicator)
                .orElseThrow(() -> CapacityRefused.of("indicator", "capacity.refused.indicator"));
        need(
                plan(id).it().aims().stream().noneMatch(it -> it.indicator().equals(known.id())),
                "indicator",
                "capacity.refused.aimed");
        need(!target.isBlank(), "target", "capacity.refused.target");
        change(
                by,
                id,
                "aim",
                it -> it.plus(new Plan.Aim(
                        known.id(),
                        target.strip(),
                        owner.strip(),
                        counted.today().toString(),
                        List.of())));
    }

    /** Of what the node can't count itself. It stands beside what was entered before, and takes nothing back. */
    @Transactional
    public void value(Person by, String id, String indicator, String value, String source) {
        need(
                value.strip().matches("\\d{1,9}([.]\\d{1,3})?") && !source.isBlank(),
                "value-" + indicator,
                "capacity.refused.value");
        need(
                plan(id).it().aims().stream().anyMatch(it -> it.indicator().equals(indicator)),
                "id",
                "kept.refused.absent");
        need(
                Indicator.of(indicator)
                        .filter(it -> !measuring.counts(plan(id).it(), it))
                        .isPresent(),
                "value-" + indicator,
                "capacity.refused.counted");
        change(
                by,
                id,
                "value",
                it -> it.valuing(
                        indicator,
                        new Plan.Value(
                                Double.parseDouble(value.strip()),
                                counted.today().toString(),
                                source.strip(),
                                by.name())));
    }

    private void change(Person by, String id, String what, UnaryOperator<Plan> change) {
        CapacityAccess.keeper(by);
        var held = plans.hold(id);
        plans.keep(held, change.apply(held.it()), by.name(), what);
    }

    private static void times(String from, String until) {
        need(from.isBlank() || Span.isTime(from.strip()), "from", "capacity.refused.time");
        need(until.isBlank() || Span.isTime(until.strip()), "until", "capacity.refused.time");
    }

    private static void need(boolean holds, String field, String key) {
        if (!holds) {
            throw new CapacityRefused(field, Said.of(key));
        }
    }

    /** What ends within two weeks or is late, so that nobody finds out afterwards; told once for each end. */
    public List<Activity> due(Plan plan) {
        var soon = counted.today().plusDays(REMINDED_DAYS);
        return plan.activities().stream()
                .filter(it -> !it.progress().isOver())
                .filter(it -> Span.of("", it.until())
                        .until()
                        .filter(end -> !end.isAfter(soon))
                        .isPresent())
                .toList();
    }

    @EventListener
    @Transactional
    public void on(ClockAdvanced advanced) {
        remind();
    }

    @Transactional
    public void remind() {
        all().stream().map(Held::it).forEach(plan -> due(plan).forEach(it -> remind(plan, it)));
    }

    private void remind(Plan plan, Activity it) {
        notices.tell(
                Audience.with(Role.COORDINATOR),
                Notice.of(
                                NoticeKind.DEADLINE,
                                page(plan.id()) + "#a-" + it.id(),
                                "capacity.notice.due",
                                it.title(),
                                it.until())
                        .once("capacity-due-" + it.id() + "-" + it.until()));
    }

    /** The page of a plan. */
    public static String page(String id) {
        return "/capacity/plans/" + id;
    }

    @Configuration(proxyBeanMethods = false)
    static class Recurring {

        @Bean
        RecurringTask<Void> capacityReminders(KeepingPlan plan) {
            return Tasks.recurring("capacity-reminders", FixedDelay.of(Duration.ofHours(6)))
                    .execute((instance, context) -> plan.remind());
        }
    }
}
