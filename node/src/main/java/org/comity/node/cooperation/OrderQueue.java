package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders that wait for a provider's team, what ends first on top, with who works on each. */
@Service
@Transactional(readOnly = true)
public class OrderQueue {

    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Assignments assignments;
    private final Clock clock;

    OrderQueue(Requests requests, Timeline timeline, Clocks clocks, Assignments assignments, Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.assignments = assignments;
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

    public List<Row> rows(Person person) {
        var open = requests.open(person).stream()
                .filter(order -> order.side() == Side.REQUESTED && order.kind().isOrder())
                .toList();
        var running = clocks.running();
        var timelines = timeline.of(open.stream().map(Request::id).toList());
        var assigned = assignments.all();
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

    /** How many wait for the team. */
    public int waiting(Person person) {
        return (int) rows(person).stream().filter(Row::waitsForUs).count();
    }
}
