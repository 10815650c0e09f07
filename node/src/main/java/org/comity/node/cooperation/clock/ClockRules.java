package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;

/** Which clocks a step starts. All days are calendar days: no provision used here counts working days. */
public final class ClockRules {

    /** ETS 185 art. 16(2), renewable. */
    static final Period DOMESTIC_ORDER = Period.ofDays(90);

    /** For an order to a provider whose law names no time. */
    public static final Period LONGEST_ORDERED = DOMESTIC_ORDER;

    /** ETS 185 art. 29(7), for a route whose provision names no time of its own. */
    public static final Period LEAST_KEPT = Period.ofDays(60);

    static final List<Integer> ALARM_DAYS = List.of(30, 14, 7, 2);
    static final int ORDER_ALARM_DAYS = 7;

    private ClockRules() {}

    public static List<RequestClock> startedBy(Step step, Request after) {
        return startedBy(step, after, List.of());
    }

    /** @param earlier all clocks of the request so far */
    public static List<RequestClock> startedBy(Step step, Request after, List<RequestClock> earlier) {
        var clocks = new ArrayList<RequestClock>();
        if (step.from() != step.to() || step.number() == 1) {
            target(step, after).ifPresent(clocks::add);
        }
        review(step).ifPresent(clocks::add);
        compliance(step, after, earlier).ifPresent(clocks::add);
        notified(step, after).ifPresent(clocks::add);
        redress(step, after).ifPresent(clocks::add);
        if (renewsTheOrder(step, after)) {
            var start = step.occurredAt();
            clocks.add(RequestClock.started(
                    step,
                    ClockKind.DOMESTIC_ORDER,
                    "ets185:16(2)",
                    DOMESTIC_ORDER.toString(),
                    Targets.end(start, DOMESTIC_ORDER)));
            var alarm = DOMESTIC_ORDER.minusDays(ORDER_ALARM_DAYS);
            clocks.add(RequestClock.started(
                    step,
                    ClockKind.DOMESTIC_ORDER_ALARM,
                    "policy:order-alarm",
                    alarm.toString(),
                    Targets.end(start, alarm)));
        }
        if (setsTheEndOfPreservation(step.event()) && ClockKind.PRESERVATION.runsIn(step.to())) {
            after.preservation().ifPresent(kept -> clocks.addAll(preservation(step, after, kept)));
        }
        return clocks;
    }

    private static Optional<RequestClock> target(Step step, Request after) {
        return Targets.of(after, step.to()).map(target -> started(step, target));
    }

    /**
     * From the provider's receipt; anew when the order goes on after an objection, and after a question too, unless the law
     * only suspends it then (EU 2023/1543 art. 10(6)).
     */
    private static Optional<RequestClock> compliance(Step step, Request after, List<RequestClock> earlier) {
        var enters = ClockKind.COMPLIANCE.runsIn(step.to())
                && (step.number() == 1 || !ClockKind.COMPLIANCE.runsIn(step.from()));
        if (!after.kind().isOrder() || !enters) {
            return Optional.empty();
        }
        var suspended = step.event() == RequestEvent.CLARIFIED
                && after.route().filter(PlannedRoute::suspendsForClarification).isPresent();
        return suspended ? resumed(step, earlier) : Optional.of(started(step, Targets.toComply(after)));
    }

    /** With what was left when the question was asked; none where nothing was left. */
    private static Optional<RequestClock> resumed(Step step, List<RequestClock> earlier) {
        return earlier.stream()
                .filter(clock -> clock.kind() == ClockKind.COMPLIANCE
                        && clock.stoppedAt().isPresent())
                .max(Comparator.comparing(RequestClock::startedAt))
                .map(clock -> {
                    var left = Duration.between(clock.stoppedAt().orElseThrow(), clock.dueAt());
                    return RequestClock.started(
                            step,
                            ClockKind.COMPLIANCE,
                            clock.provision(),
                            left.toString(),
                            step.occurredAt().plus(left));
                });
    }

    /** When the State that was told in this step can no longer object. */
    public static Optional<Instant> objectionEnds(Request order, Step told) {
        return Targets.toObject(order).map(target -> Targets.end(told.occurredAt(), target.length()));
    }

    private static Optional<RequestClock> notified(Step step, Request after) {
        return step.event() == RequestEvent.AUTHORITY_NOTIFIED
                ? Targets.toObject(after).map(target -> started(step, target))
                : Optional.empty();
    }

    /** Anew with each decision that takes something down or leaves it so. */
    private static Optional<RequestClock> redress(Step step, Request after) {
        return switch (step.event()) {
            case CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN, RESTRICTION_UPHELD ->
                Optional.of(started(step, Targets.toComplain(after)));
            default -> Optional.empty();
        };
    }

    /** Until when what was taken down then is kept. */
    public static Instant keptAfterTakingDown(Request request, Instant at) {
        return Targets.end(at, Targets.toComplain(request).length());
    }

    private static RequestClock started(Step step, Targets.Target target) {
        return RequestClock.started(
                step,
                target.clock(),
                target.provision(),
                target.length().toString(),
                Targets.end(step.occurredAt(), target.length()));
    }

    /** The day that the requested side named when it put the matter off. */
    private static Optional<RequestClock> review(Step step) {
        return step.particulars()
                .reviewAt()
                .filter(at -> step.event() == RequestEvent.POSTPONED)
                .map(at -> RequestClock.started(
                        step,
                        ClockKind.REVIEW,
                        "policy:review-of-postponement",
                        Duration.between(step.occurredAt(), at).toString(),
                        at));
    }

    /** Only the requested side holds an order; granting an extension means that it was renewed. */
    private static boolean renewsTheOrder(Step step, Request after) {
        return after.side() == Side.REQUESTED
                && !after.kind().isOrder()
                && switch (step.event()) {
                    case ORDERED, ORDER_RENEWED, EXTENSION_GRANTED -> true;
                    default -> false;
                };
    }

    /** The end is that of the item which ends first; with it, or without it, the next one's counts. */
    private static boolean setsTheEndOfPreservation(RequestEvent event) {
        return switch (event) {
            case PRESERVED, PARTLY_PRESERVED, EXTENSION_GRANTED, FOLLOWUP_RECEIVED, RELEASED, LAPSED -> true;
            default -> false;
        };
    }

    private static List<RequestClock> preservation(Step step, Request after, Preservation kept) {
        var provision = after.route()
                .flatMap(PlannedRoute::leastKept)
                .map(PlannedRoute.Deadline::provision)
                .or(() -> after.route().filter(_ -> after.kind().isOrder()).flatMap(PlannedRoute::orderedBy))
                .orElse(after.kind().isOrder() ? "ets185:16(2)" : "ets185:29(7)");
        var clocks = new ArrayList<RequestClock>();
        clocks.add(RequestClock.started(
                step,
                ClockKind.PRESERVATION,
                provision,
                Duration.between(kept.effectedAt(), kept.keptUntil()).toString(),
                kept.keptUntil()));
        for (var days : ALARM_DAYS) {
            var due = kept.keptUntil().minus(Duration.ofDays(days));
            if (due.isAfter(step.occurredAt())) {
                clocks.add(RequestClock.started(
                        step,
                        ClockKind.EXPIRY_ALARM,
                        "policy:expiry-alarm",
                        Period.ofDays(-days).toString(),
                        due));
            }
        }
        return clocks;
    }
}
