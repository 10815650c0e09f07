package org.comity.node.capacity;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.law.State;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.capacity.plan.Suggestion;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.lawbook.LawPublished;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New law goes with training: what was published of this State's law is put to the coordinator with courses for it. */
@Service
public class SuggestingTraining {

    private static final int COURSES = 4;

    /** Who applies new law in a case. */
    private static final Set<String> APPLIES = Set.of("judge", "prosecutor", "police", "central-authority");

    private final Records<Suggestion> suggestions;
    private final KeepingRegister register;
    private final KeepingPlan plan;
    private final CountedHere counted;
    private final Notices notices;

    SuggestingTraining(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingRegister register,
            KeepingPlan plan,
            CountedHere counted,
            Notices notices,
            Clock clock) {
        this.suggestions = new Records<>(
                "suggestion", Suggestion.class, Suggestion::id, List::of, CapacityRefused.keeping(jdbc, events, clock));
        this.register = register;
        this.plan = plan;
        this.counted = counted;
        this.notices = notices;
    }

    public List<Suggestion> waiting() {
        return suggestions.all().stream()
                .map(Held::it)
                .filter(Suggestion::waits)
                .toList();
    }

    @EventListener
    @Transactional
    public void on(LawPublished published) {
        var state = register.state(counted.state());
        if (!published.states().contains(counted.state()) || state.isEmpty()) {
            return;
        }
        var suggestion = new Suggestion(
                UUID.randomUUID().toString(),
                published.change(),
                published.why(),
                published.subjects().stream().sorted().toList(),
                courses(published.subjects(), state.get()),
                "",
                "");
        suggestions.add(suggestion, published.by(), "suggested");
        notices.tell(
                Audience.with(Role.COORDINATOR),
                Notice.of(
                        NoticeKind.LAW,
                        KeepingPlan.page(Plan.NATIONAL) + "#suggestions",
                        "capacity.notice.suggested",
                        published.why()));
    }

    /** For those who apply the law, about these provisions first, then in a language of the State. */
    private List<String> courses(Set<String> subjects, State state) {
        return register.standing(Kind.COURSE).stream()
                .filter(it -> it.parts("audience").stream().anyMatch(APPLIES::contains))
                .sorted(Comparator.comparingInt((Entry it) -> fit(it, subjects, state))
                        .reversed()
                        .thenComparing(Entry::id))
                .limit(COURSES)
                .map(Entry::id)
                .toList();
    }

    private static int fit(Entry course, Set<String> subjects, State state) {
        int fit = 0;
        fit += course.parts("provisions").stream().anyMatch(subjects::contains) ? 8 : 0;
        fit += course.parts("languages").stream().anyMatch(state.languages()::contains) ? 4 : 0;
        fit += course.parts("themes").contains("judiciary") ? 2 : 0;
        fit += course.parts("themes").contains("e-evidence") ? 1 : 0;
        return fit;
    }

    /** Becomes an activity of the State's own plan, paired with the law. */
    @Transactional
    public void take(Person by, String id, String course, String lead, String until) {
        CapacityAccess.keeper(by);
        var held = waiting(id);
        var taught = register.find(Kind.COURSE, course)
                .orElseThrow(() -> CapacityRefused.of("course", "capacity.refused.course"))
                .it();
        plan.addActivity(
                by,
                Plan.NATIONAL,
                new Plan.Activity(
                        "",
                        "",
                        taught.title(),
                        lead.strip(),
                        taught.institution(),
                        counted.today().toString(),
                        until.strip(),
                        0,
                        0,
                        "",
                        held.it().subjects().stream()
                                .filter(it -> it.contains(":"))
                                .toList(),
                        course,
                        held.it().change(),
                        "",
                        Plan.Progress.PLANNED,
                        ""));
        suggestions.keep(held, held.it().answered("taken", course), by.name(), "taken");
    }

    @Transactional
    public void leave(Person by, String id, String because) {
        CapacityAccess.keeper(by);
        if (because.isBlank()) {
            throw CapacityRefused.of("because", "capacity.refused.said");
        }
        var held = waiting(id);
        suggestions.keep(held, held.it().answered("left", because.strip()), by.name(), "left");
    }

    private Held<Suggestion> waiting(String id) {
        var held = suggestions.hold(id);
        if (!held.it().waits()) {
            throw CapacityRefused.of("act", "capacity.refused.state-of-it");
        }
        return held;
    }
}
