package org.comity.node.capacity.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.KeepingPlan;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.assessment.Assessment;
import org.comity.node.capacity.assessment.Profile;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.frame.Described;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far the State has come, what it plans, and where the public reports, for programs. */
@RestController
@RequestMapping("/api/v1/capacity")
class StandingForPrograms {

    private final AssessingOneself assessing;
    private final KeepingPlan plans;
    private final KeepingRegister register;
    private final CurrentPerson current;
    private final MessageSource words;

    StandingForPrograms(
            AssessingOneself assessing,
            KeepingPlan plans,
            KeepingRegister register,
            CurrentPerson current,
            MessageSource words) {
        this.assessing = assessing;
        this.plans = plans;
        this.register = register;
        this.current = current;
        this.words = words;
    }

    /** @param agreed level on which State and peer agree; 0 if none @param sure per cent with evidence of two years */
    record DimensionLevel(String dimension, int level, int agreed, int met, int notMet, int unknown, int sure) {}

    record AssessmentRow(String id, String state, String on, boolean concluded, List<DimensionLevel> dimensions) {}

    record CriterionAnswer(String criterion, String verdict, String evidence, String source, String by, String at) {}

    record AssessmentAnswers(AssessmentRow assessment, List<CriterionAnswer> answers) {}

    record PlanActivity(
            String id,
            String title,
            String lead,
            String from,
            String until,
            long cost,
            long funded,
            String currency,
            List<String> provisions,
            String progress) {}

    /** @param before in the year before the plan began @param now over twelve months; null where not known */
    record PlanIndicator(
            String id, String unit, Optional<Double> before, Optional<Double> now, String target, boolean counted) {}

    record PlanOutline(
            String title, String from, String until, List<PlanActivity> activities, List<PlanIndicator> indicators) {}

    record PublicChannel(String state, String channel, String operator, String scope, String url, String basis) {}

    @Described("Self-assessments that the caller may see, the latest first")
    @GetMapping("/assessments")
    List<AssessmentRow> assessments() {
        return assessing.seenBy(current.require()).stream()
                .map(StandingForPrograms::row)
                .toList();
    }

    @Described("A self-assessment with its answers")
    @GetMapping("/assessments/{id}")
    AssessmentAnswers assessment(@PathVariable String id, Locale locale) {
        Assessment it = assessing
                .find(current.require(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .it();
        return new AssessmentAnswers(
                row(assessing.profile(it)),
                it.answers().entrySet().stream()
                        .map(answer -> new CriterionAnswer(
                                answer.getKey(),
                                answer.getValue().verdict().token(),
                                answer.getValue().ofNode()
                                        ? words.getMessage(
                                                Said.of(
                                                        answer.getValue().key(),
                                                        answer.getValue()
                                                                .about()
                                                                .toArray()),
                                                locale)
                                        : answer.getValue().evidence(),
                                answer.getValue().source(),
                                answer.getValue().by(),
                                answer.getValue().at()))
                        .toList());
    }

    @Described("The action plan with its indicators before and after")
    @GetMapping("/plan")
    PlanOutline plan() {
        insider();
        Plan plan = plans.plan().it();
        return new PlanOutline(
                plan.title(),
                plan.from(),
                plan.until(),
                plan.activities().stream()
                        .map(it -> new PlanActivity(
                                it.id(),
                                it.title(),
                                it.lead(),
                                it.from(),
                                it.until(),
                                it.cost(),
                                it.funded(),
                                it.currency(),
                                it.provisions(),
                                it.progress().token()))
                        .toList(),
                plans.aims().stream()
                        .map(it -> new PlanIndicator(
                                it.indicator().id(),
                                it.indicator().unit(),
                                it.before(),
                                it.now(),
                                it.aim().target(),
                                it.indicator().isCounted()))
                        .toList());
    }

    @Described("Where the public reports cybercrime, by State; a State that is not named has none that is known")
    @GetMapping("/reporting-channels")
    List<PublicChannel> channels() {
        return register.data().channels().stream()
                .map(it -> new PublicChannel(
                        it.state().value(),
                        it.channel(),
                        it.operator(),
                        it.scope(),
                        it.url(),
                        it.provenance().basis()))
                .toList();
    }

    private static AssessmentRow row(Profile profile) {
        var it = profile.assessment();
        return new AssessmentRow(
                it.id(),
                it.state(),
                it.on(),
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
                        .toList());
    }

    private void insider() {
        Person person = current.require();
        if (!CapacityAccess.maySee(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
