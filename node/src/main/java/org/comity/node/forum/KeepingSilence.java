package org.comity.node.forum;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.silence.SilenceAct.Kind;
import org.comity.node.forum.silence.SilenceProcedure;
import org.comity.node.forum.silence.SilenceProcedure.Standing;
import org.comity.node.forum.silence.SilenceProcedure.Told;
import org.comity.node.forum.silence.SilenceRefused;
import org.comity.node.forum.silence.SilenceRules;
import org.comity.node.frame.Said;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.comity.node.time.ClockAdvanced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Silence procedures as they run. Every act and the outcome are taken in under the same lock of the record, each with the
 * instant at which the lock was held: what stands in the register first came first, and nothing comes after the outcome.
 */
@Service
public class KeepingSilence {

    private static final Logger log = LoggerFactory.getLogger(KeepingSilence.class);

    private final Records<SilenceProcedure> procedures;
    private final List<SilenceRules> rules;
    private final KeepingMeetings meetings;
    private final People people;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepingSilence(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingMeetings meetings,
            People people,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.procedures = new Records<>(
                "silence",
                SilenceProcedure.class,
                SilenceProcedure::id,
                List::of,
                ForumRefused.keeping(jdbc, events, clock));
        this.rules = Library.read("silence-rules.yaml", SilenceRules.class);
        this.meetings = meetings;
        this.people = people;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<SilenceRules> rules() {
        return rules;
    }

    /** What ends first stands first; what is over comes last, the latest first. */
    public List<SilenceProcedure> procedures() {
        var now = clock.instant();
        var all = procedures.all().stream().map(Held::it).toList();
        var sorted = new ArrayList<>(all.stream()
                .filter(it -> !it.standing(now).isFinal())
                .sorted(Comparator.comparing(SilenceProcedure::end))
                .toList());
        all.stream()
                .filter(it -> it.standing(now).isFinal())
                .sorted(Comparator.comparing(SilenceProcedure::end).reversed())
                .forEach(sorted::add);
        return sorted;
    }

    public Optional<SilenceProcedure> find(String id) {
        return procedures.find(id).map(Held::it);
    }

    public List<Change> historyOf(String id) {
        return procedures.history(id);
    }

    /** Begins at once: its members are told within the same transaction. */
    @Transactional
    public SilenceProcedure begin(Person by, SilenceProcedure drafted) {
        ForumAccess.keeper(by);
        if (meetings.mandate(drafted.mandate())
                .filter(it -> it.bodies().contains(drafted.body()))
                .isEmpty()) {
            throw new ForumRefused("mandate", Said.of("forum.refused.mandate"));
        }
        var now = now();
        var begun = refusing(() -> drafted.withBegins(now).begun());
        var told = procedures.add(telling(begun, now, "forum.told.begun"), by.name(), "silence-began");
        return told.it();
    }

    @Transactional
    public void object(Person by, String id, Kind kind, String why) {
        var member = ForumAccess.delegate(by);
        act(by.name(), id, kind.token(), (it, now) -> it.object(member, kind, why, now));
        tell(id, "forum.told.broken");
    }

    /** An objection that reached the secretariat by other means, which it records when it arrives. */
    @Transactional
    public void recordObjection(Person by, String id, Party member, Kind kind, String why) {
        ForumAccess.keeper(by);
        act(by.name(), id, kind.token(), (it, now) -> it.object(member, kind, why, now));
        tell(id, "forum.told.broken");
    }

    @Transactional
    public void withdraw(Person by, String id) {
        var member = ForumAccess.delegate(by);
        act(by.name(), id, "withdrawal", (it, now) -> it.withdraw(member, now));
    }

    /** By the chair through the secretariat, or by a member where the rules allow. */
    @Transactional
    public void extend(Person by, String id, Instant end, String why) {
        Optional<Party> member = ForumAccess.mayKeep(by) ? Optional.empty() : Optional.of(ForumAccess.delegate(by));
        act(by.name(), id, "extension", (it, now) -> it.extend(member, end, why, now));
        tell(id, "forum.told.extended");
    }

    @Transactional
    public void restart(Person by, String id, String why) {
        ForumAccess.keeper(by);
        act(by.name(), id, "restart", (it, now) -> it.restart(now, why));
        tell(id, "forum.told.extended");
    }

    @Transactional
    public void cancel(Person by, String id, String why) {
        ForumAccess.keeper(by);
        act(by.name(), id, "cancellation", (it, now) -> it.cancel(now, why));
        tell(id, "forum.told.cancelled");
    }

    @Transactional
    public void explain(Person by, String id, String why) {
        var member = ForumAccess.delegate(by);
        act(by.name(), id, "explanation", (it, now) -> it.explain(member, why, now));
    }

    /** That a member without an account was told, and how. */
    @Transactional
    public void told(Person by, String id, Party member, String means) {
        ForumAccess.keeper(by);
        if (means.isBlank()) {
            throw new ForumRefused("means", Said.of("forum.refused.means"));
        }
        act(by.name(), id, "told", (it, now) -> {
            if (!it.untold().contains(member)) {
                throw new ForumRefused("means", Said.of("forum.refused.told-already"));
            }
            var told = new ArrayList<>(it.told());
            told.add(new Told(member, now, means.strip()));
            return it.withTold(told);
        });
    }

    @Transactional
    public void confirm(Person by, String id, String meeting) {
        ForumAccess.keeper(by);
        var held = meetings.meeting(meeting)
                .orElseThrow(() -> new ForumRefused("meeting", Said.of("forum.refused.absent")));
        act(by.name(), id, "confirmed", (it, now) -> {
            if (!held.it().body().equals(it.body())) {
                throw new ForumRefused("meeting", Said.of("forum.refused.other-body"));
            }
            return it.confirm(meeting, now, by.name());
        });
    }

    private void act(String by, String id, String what, BiFunction<SilenceProcedure, Instant, SilenceProcedure> step) {
        var held = procedures.hold(id);
        var now = now();
        var settled = settled(held, now);
        procedures.keep(settled, refusing(() -> step.apply(settled.it(), now)), by, what);
    }

    @EventListener
    void on(ClockAdvanced advanced) {
        look();
    }

    /** Settles what is over and reminds where it is time, each in a transaction of its own. */
    void look() {
        for (var procedure : procedures.all()) {
            if (procedure.it().settled().isEmpty()) {
                try {
                    transaction.executeWithoutResult(
                            status -> lookAt(procedure.it().id()));
                } catch (RuntimeException e) {
                    log.warn("A silence procedure waits for the next look: {}", e.getMessage(), e);
                }
            }
        }
    }

    private void lookAt(String id) {
        var held = procedures.hold(id);
        var now = now();
        var settled = settled(held, now);
        settled.it().reminderDue(now).ifPresent(due -> {
            notice(settled.it(), "forum.told.reminded");
            procedures.keep(settled, settled.it().reminded(due), "clock", "reminded");
        });
    }

    private Held<SilenceProcedure> settled(Held<SilenceProcedure> held, Instant now) {
        if (held.it().settled().isPresent()) {
            return held;
        }
        var after = procedures.keep(held, held.it().settle(now, number(held.it())), "clock", "settled");
        after.it()
                .settled()
                .ifPresent(it -> notice(
                        after.it(),
                        switch (it.outcome()) {
                            case ADOPTED -> "forum.told.adopted";
                            case CANCELLED -> "forum.told.cancelled";
                            case NOT_BEGUN, RUNNING, OBJECTED, NOT_ADOPTED -> "forum.told.not-adopted";
                        }));
        return after;
    }

    /** Decisions of a body are counted by the year in which the silence ended. */
    private String number(SilenceProcedure procedure) {
        var year = procedure.end().atOffset(java.time.ZoneOffset.UTC).getYear();
        var before = procedures.all().stream()
                .map(Held::it)
                .filter(it -> it.body().equals(procedure.body()))
                .flatMap(it -> it.settled().stream())
                .filter(it -> it.outcome() == Standing.ADOPTED && it.number().startsWith(year + "/"))
                .count();
        return year + "/" + (before + 1);
    }

    private SilenceProcedure telling(SilenceProcedure procedure, Instant now, String key) {
        var told = new ArrayList<>(procedure.told());
        procedure.members().stream()
                .filter(member -> !accountsOf(member).isEmpty())
                .forEach(member -> told.add(new Told(member, now, "node")));
        notice(procedure, key);
        return procedure.withTold(told);
    }

    private void tell(String id, String key) {
        procedures.find(id).ifPresent(held -> notice(held.it(), key));
    }

    /** Told to the members' delegates and to the secretariat. */
    private void notice(SilenceProcedure procedure, String key) {
        var audience = new ArrayList<>(procedure.members().stream()
                .flatMap(member -> accountsOf(member).stream())
                .toList());
        audience.addAll(people.with(org.comity.node.identity.Power.KEEP_FORUM));
        notices.tell(
                Audience.of(audience),
                Notice.of(
                        NoticeKind.DEADLINE,
                        "/forum/silence/" + procedure.id(),
                        key,
                        procedure.text().title(),
                        procedure.end().toString()));
    }

    private List<Person> accountsOf(Party member) {
        return people.in(member.toString()).stream()
                .filter(person ->
                        ForumAccess.delegationOf(person).filter(member::equals).isPresent())
                .toList();
    }

    /** The database keeps microseconds; an instant is taken as it will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> T refusing(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (SilenceRefused refused) {
            throw new ForumRefused(refused.field(), refused.said());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Recurring {

        @Bean
        RecurringTask<Void> forumSilence(KeepingSilence silence) {
            return Tasks.recurring("forum-silence", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((instance, context) -> silence.look());
        }
    }
}
