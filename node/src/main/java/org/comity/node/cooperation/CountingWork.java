package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much work lies with whom, and how much of it is late: what those who ask for more people have to show. */
@Service
@Transactional(readOnly = true)
public class CountingWork {

    private static final Duration YOUNG = Duration.ofDays(30);
    private static final Duration OLD = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    CountingWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What lies with one person.
     *
     * @param who empty for what nobody was given
     * @param late of the open ones, those of which a time has ended that nobody met
     * @param oldest when the oldest of the open ones was begun
     */
    public record Load(Optional<String> who, long open, long late, long urgent, Instant oldest) {}

    /**
     * @param young open for less than 30 days
     * @param old open for 90 days or more
     * @param opened in the last 30 days
     * @param ended in the last 30 days
     */
    public record Workload(List<Load> loads, long young, long middling, long old, long opened, long ended) {

        public Workload {
            loads = List.copyOf(loads);
        }

        public long open() {
            return young + middling + old;
        }

        /** More came in than went out in the last 30 days. */
        public boolean grows() {
            return opened > ended;
        }
    }

    /** Of the whole desk, without a word on any case. */
    public Workload of(Person person) {
        if (!person.may(Power.APPROVE) && !person.may(Power.READ_EVERYTHING)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.workload"));
        }
        var now = clock.instant();
        var loads = jdbc.sql("""
                        select assignment.person_name as who, count(*) as open,
                               count(*) filter (where exists (
                                   select from cooperation.clock
                                   where clock.request = request.id and clock.stopped_at is null and clock.due_at < :now)) as late,
                               count(*) filter (where request.urgency <> 'ROUTINE') as urgent,
                               min(request.opened_at) as oldest
                        from cooperation.request left join cooperation.assignment on assignment.request = request.id
                        where request.state not in (:over)
                        group by assignment.person_name
                        order by late desc, open desc, who nulls first
                        """)
                .param("now", Times.stored(now))
                .param("over", over())
                .query((row, _) -> new Load(
                        Optional.ofNullable(row.getString("who")),
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("urgent"),
                        Times.read(row, "oldest")))
                .list();
        return jdbc.sql("""
                        select count(*) filter (where state not in (:over) and opened_at > :young) as young,
                               count(*) filter (where state not in (:over) and opened_at <= :young and opened_at > :old) as middling,
                               count(*) filter (where state not in (:over) and opened_at <= :old) as old,
                               count(*) filter (where opened_at > :young) as opened,
                               count(*) filter (where state in (:over) and exists (
                                   select from cooperation.step
                                   where step.request = request.id and step.state_to = request.state
                                     and step.state_from <> step.state_to and step.occurred_at > :young)) as ended
                        from cooperation.request
                        """)
                .param("over", over())
                .param("young", Times.stored(now.minus(YOUNG)))
                .param("old", Times.stored(now.minus(OLD)))
                .query((row, _) -> new Workload(
                        loads,
                        row.getLong("young"),
                        row.getLong("middling"),
                        row.getLong("old"),
                        row.getLong("opened"),
                        row.getLong("ended")))
                .single();
    }

    private static List<String> over() {
        return Arrays.stream(RequestState.values())
                .filter(RequestState::isOver)
                .map(RequestState::name)
                .toList();
    }
}
