package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders that wait for a provider's team, what ends first on top, with who works on each. */
@Service
@Transactional
public class OrderQueue {

    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Visibility visibility;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderQueue(
            Requests requests, Timeline timeline, Clocks clocks, Visibility visibility, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param verified found genuine and in form
     * @param settled what was wanted is down, and nobody has said since that it is still up
     */
    public record Row(
            RequestId id,
            String reference,
            RequestKind kind,
            PartyId issuer,
            Optional<String> provision,
            RequestState state,
            UrgencyLevel urgency,
            DataWanted data,
            boolean verified,
            boolean settled,
            Optional<RequestClock> nextClock,
            Optional<String> assignee,
            Instant openedAt,
            Instant now) {

        public boolean waitsForUs() {
            return !state.isWithRequesting() && !state.isRunningOut() && !settled;
        }
    }

    @Transactional(readOnly = true)
    public List<Row> rows(Person person) {
        var open = requests.open(person).stream()
                .filter(order -> order.side() == Side.REQUESTED && order.kind().isOrder())
                .toList();
        var running = clocks.running();
        var timelines = timeline.of(open.stream().map(Request::id).toList());
        var assigned = assigned();
        return open.stream()
                .map(order -> row(
                        order,
                        running.getOrDefault(order.id(), List.of()),
                        timelines.getOrDefault(order.id(), List.of()),
                        Optional.ofNullable(assigned.get(order.id()))))
                .sorted(Comparator.comparing(Row::waitsForUs)
                        .reversed()
                        .thenComparing(OrderQueue::due)
                        .thenComparing(Row::openedAt))
                .toList();
    }

    private Row row(Request order, List<RequestClock> running, List<Step> steps, Optional<String> assignee) {
        return new Row(
                order.id(),
                order.reference(),
                order.kind(),
                order.requireCounterpart(),
                order.route().map(PlannedRoute::provision),
                order.state(),
                order.content().urgency().level(),
                order.content().data(),
                steps.stream().anyMatch(step -> step.event() == RequestEvent.VERIFIED),
                order.state() == RequestState.TAKEN_DOWN && !isStillUp(steps),
                running.stream().filter(it -> !it.kind().isAlarm()).findFirst(),
                assignee,
                order.openedAt(),
                clock.instant());
    }

    private static boolean isStillUp(List<Step> steps) {
        return steps.stream()
                .map(Step::event)
                .filter(event -> switch (event) {
                    case STILL_UP, CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN -> true;
                    default -> false;
                })
                .reduce((earlier, later) -> later)
                .filter(event -> event == RequestEvent.STILL_UP)
                .isPresent();
    }

    private static Instant due(Row row) {
        return row.nextClock().map(RequestClock::dueAt).orElse(Instant.MAX);
    }

    /** From now on this person works on it. */
    public void assign(Person person, RequestId id) {
        var order = visibility.held(person, id);
        Permissions.side(order, Side.REQUESTED);
        Permissions.answers(person, order);
        jdbc.sql("""
                        insert into cooperation.assignment (request, person, person_name, assigned_at)
                        values (:order, :person, :name, :at)
                        on conflict (request) do update
                           set person = excluded.person, person_name = excluded.person_name, assigned_at = excluded.assigned_at
                        """)
                .param("order", id.value())
                .param("person", person.id().value())
                .param("name", person.name())
                .param("at", Times.stored(clock.instant()))
                .update();
    }

    private Map<RequestId, String> assigned() {
        return jdbc
                .sql("select request, person_name from cooperation.assignment")
                .query((row, number) ->
                        Map.entry(new RequestId(row.getObject("request", UUID.class)), row.getString("person_name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many wait for the team. */
    @Transactional(readOnly = true)
    public int waiting(Person person) {
        return (int) rows(person).stream().filter(Row::waitsForUs).count();
    }
}
