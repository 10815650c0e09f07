package org.comity.node.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Extensions;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open requests in both directions, what lapses first on top. */
@Service
@Transactional(readOnly = true)
public class DutyBoard {

    /**
     * How long data of an unknown life is assumed to last when rows are put in order, and only then: pages show it as
     * unknown. Access logs are kept for no longer by many providers.
     */
    static final Duration ASSUMED_LIFE = Duration.ofDays(7);

    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Races races;
    private final MeasuredTimes measured;

    DutyBoard(Requests requests, Timeline timeline, Clocks clocks, Races races, MeasuredTimes measured) {
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.races = races;
        this.measured = measured;
    }

    /**
     * One open request.
     *
     * @param provision of the chosen route
     * @param nextClock the next time that ends; alarms are not ends
     * @param due when the next thing ends: a clock, or the data's expected life while it isn't kept; empty when unknown
     * @param kept what is kept of it, item by item; empty before that
     * @param offered what this person can do now
     */
    public record Row(
            RequestId id,
            String reference,
            RequestKind kind,
            Side side,
            Optional<PartyId> counterpart,
            String requestedState,
            RequestState state,
            UrgencyLevel urgency,
            DataWanted data,
            Optional<String> provision,
            Optional<RequestClock> nextClock,
            Optional<Instant> due,
            Race race,
            Optional<Preservation> kept,
            Set<RequestEvent> offered,
            Instant openedAt) {

        /** Negative when it is over. */
        public Optional<Duration> timeLeft() {
            return due.map(at -> Duration.between(race.now(), at));
        }

        /** A time that ends has a quarter left, or less. */
        public boolean escalated() {
            return nextClock.filter(clock -> clock.isNearItsEnd(race.now())).isPresent();
        }

        /** Something is for this person to do, beyond taking it back or filing it. */
        public boolean waitsForUs() {
            return offered.stream().anyMatch(event -> switch (event) {
                case SUBMITTED,
                        APPROVED,
                        SENT_AGAIN,
                        ACKNOWLEDGED,
                        LEGALLY_CHECKED,
                        CLARIFIED,
                        PROCEEDED,
                        CONSULTED,
                        CONDITIONS_ACCEPTED,
                        ACCEPTED,
                        ORDERED,
                        PRESERVED,
                        EXTENSION_GRANTED,
                        EXECUTED,
                        SERVED,
                        DISCLOSED,
                        REGULARISED,
                        DATA_DELETED,
                        HANDED_OVER,
                        RECEIPT_CONFIRMED,
                        ORDER_UPHELD -> true;
                default -> false;
            });
        }
    }

    public List<Row> rows(Person person) {
        var times = measured.now();
        var running = clocks.running();
        var open = requests.open(person);
        var timelines = timeline.of(open.stream().map(Request::id).toList());
        return open.stream()
                .map(request -> row(
                        person,
                        request,
                        timelines.getOrDefault(request.id(), List.of()),
                        running.getOrDefault(request.id(), List.of()),
                        times))
                .sorted(Comparator.comparing(DutyBoard::orderedBy).thenComparing(Row::openedAt))
                .toList();
    }

    /** Those that came in and wait for a decision, emergencies first. */
    public List<Row> incoming(Person person) {
        return rows(person).stream()
                .filter(row -> row.side() == Side.REQUESTED)
                .filter(row -> row.state().isUndecided())
                .sorted(Comparator.comparing(Row::urgency).reversed().thenComparing(DutyBoard::orderedBy))
                .toList();
    }

    /** How many requests are open, and how many of these came in and wait for a decision. */
    public record Counts(int open, int waiting) {}

    public Counts counts(Person person) {
        return requests.counts(person);
    }

    private Row row(
            Person person,
            Request request,
            List<Step> steps,
            List<RequestClock> running,
            MeasuredTimes.Measured times) {
        var race = races.of(request, request.follows().flatMap(requests::find), steps, times);
        var nextClock = running.stream().filter(it -> !it.kind().isAlarm()).findFirst();
        var loss = race.held() || race.obtained() || race.keptUntil().isPresent()
                ? Optional.<Instant>empty()
                : race.deletion();
        var due = Stream.concat(nextClock.map(RequestClock::dueAt).stream(), loss.stream())
                .min(Comparator.naturalOrder());
        var pending = Extensions.isPending(steps) && request.state().isRunningOut();
        return new Row(
                request.id(),
                request.reference(),
                request.kind(),
                request.side(),
                request.counterpart(),
                request.content().requestedState(),
                request.state(),
                request.content().urgency().level(),
                request.content().data(),
                request.route().map(PlannedRoute::provision),
                nextClock,
                due,
                race,
                request.preservation(),
                ReadingRequests.offered(person, request, pending),
                request.openedAt());
    }

    private static Instant orderedBy(Row row) {
        var assumed = row.openedAt().plus(ASSUMED_LIFE);
        return row.due().orElse(assumed);
    }
}
