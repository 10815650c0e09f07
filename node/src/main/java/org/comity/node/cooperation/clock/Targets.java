package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Comparator;
import java.util.Optional;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.TakeDown;

/**
 * How long a side is given for its next step. A time that the route's provision sets counts before all others; else it is
 * practice, not law: that of the 24/7 network for what is expedited, that of central authorities for mutual assistance.
 */
public final class Targets {

    /** @param provision that sets the time, or {@code policy:…} where none does */
    record Target(ClockKind clock, String provision, TemporalAmount length) {}

    private Targets() {}

    /** What is due once the request is in this state; empty where nobody is waited for. */
    static Optional<Target> of(Request request, RequestState state) {
        return clock(request, state).flatMap(clock -> bySeverity(request, clock));
    }

    /** The time that the law leaves a provider to obey, or practice where the law sets none. */
    static Target toComply(Request request) {
        return bySeverity(request, ClockKind.COMPLIANCE).orElseThrow();
    }

    /** How long what was taken down is kept and can be complained of: where no law says so, as long as EU law has it. */
    static Target toComplain(Request request) {
        return lawful(request, ClockKind.REDRESS, "min")
                .orElseGet(() -> new Target(ClockKind.REDRESS, policy(ClockKind.REDRESS), Period.ofMonths(6)));
    }

    /** How long the State that was told of an order may object to it. */
    static Optional<Target> toObject(Request request) {
        return bySeverity(request, ClockKind.NOTIFIED_AUTHORITY);
    }

    private static Optional<ClockKind> clock(Request request, RequestState state) {
        return switch (state) {
            case SENT -> Optional.of(ClockKind.ACKNOWLEDGEMENT);
            case ACKNOWLEDGED -> request.kind().isOrder() ? Optional.empty() : Optional.of(ClockKind.DECISION);
            case CLARIFICATION, WARNED, CONSULTATION, CONDITIONS_OFFERED -> Optional.of(ClockKind.ANSWER);
            case EXECUTING -> Optional.of(ClockKind.EXECUTION);
            case SERVED -> Optional.of(ClockKind.RETURN);
            case TO_REGULARISE -> Optional.of(ClockKind.REGULARISATION);
            case DELETION_OWED -> Optional.of(ClockKind.DELETION);
            case EXECUTED, PARTLY_EXECUTED -> Optional.of(ClockKind.HAND_OVER);
            case DELIVERED, DISCLOSED, PARTLY_DISCLOSED -> Optional.of(ClockKind.RECEIPT);
            case OBJECTION, SUSPENDED -> Optional.of(ClockKind.ISSUER_REVIEW);
            case REFERRED -> Optional.of(ClockKind.REFERRAL);
            case ENFORCEMENT -> Optional.of(ClockKind.ENFORCEMENT);
            case UNDER_REVIEW -> Optional.of(ClockKind.COMPLAINT);
            case REINSTATEMENT_OWED -> Optional.of(ClockKind.REINSTATEMENT);
            case DRAFT,
                    AWAITING_APPROVAL,
                    APPROVED,
                    UNDELIVERED,
                    POSTPONED,
                    ACCEPTED,
                    ORDERED,
                    PRESERVED,
                    PARTIAL,
                    EXTENDED,
                    FOLLOWUP_RECEIVED,
                    PRODUCED,
                    REGULARISED,
                    DELETED,
                    IMPOSSIBLE,
                    RECEIPT_CONFIRMED,
                    SECURED,
                    TAKEN_DOWN,
                    REINSTATED,
                    SETTLED,
                    NOT_FOUND,
                    REFUSED,
                    LAPSED,
                    RELEASED,
                    WITHDRAWN,
                    CLOSED -> Optional.empty();
        };
    }

    private static Optional<Target> bySeverity(Request request, ClockKind clock) {
        return lawful(request, clock, "max")
                .or(() -> practice(request, clock).map(length -> new Target(clock, policy(clock), length)));
    }

    /** The longest or shortest time of the route's provision for it, such as 90 days to execute an investigation order. */
    private static Optional<Target> lawful(Request request, ClockKind clock, String kind) {
        var emergency = request.content().urgency().isEmergency();
        return request.route().stream()
                .flatMap(route -> route.deadlines().stream())
                .filter(deadline -> deadline.kind().equals(kind) && isAbout(request, clock, deadline.what()))
                .sorted(Comparator.comparing(deadline -> isForEmergencies(deadline) != emergency))
                .flatMap(deadline ->
                        deadline.length().map(length -> new Target(clock, deadline.provision(), length)).stream())
                .findFirst();
    }

    private static boolean isForEmergencies(PlannedRoute.Deadline deadline) {
        return deadline.what().contains("emergency");
    }

    private static boolean isAbout(Request request, ClockKind clock, String what) {
        return switch (clock) {
            case ACKNOWLEDGEMENT -> what.startsWith("acknowledge");
            case DECISION -> what.equals("decision") || what.equals("recognition decision");
            case EXECUTION -> what.equals("execution") || what.startsWith("serve the provider");
            // the longer time where both are asked for
            case RETURN ->
                what.startsWith("provider return")
                        && what.contains(
                                request.content().data().wants(DataCategory.TRAFFIC) ? "traffic" : "subscriber");
            case COMPLIANCE ->
                what.startsWith("transmit data")
                        || what.startsWith("provider disclosure")
                        || what.startsWith("removal or disabling");
            case REDRESS -> what.startsWith("keep what was taken down");
            case NOTIFIED_AUTHORITY -> what.startsWith("raise a ground");
            case ANSWER -> what.startsWith("issuing authority clarification");
            case REGULARISATION,
                    DELETION,
                    HAND_OVER,
                    RECEIPT,
                    REVIEW,
                    ISSUER_REVIEW,
                    REFERRAL,
                    ENFORCEMENT,
                    COMPLAINT,
                    REINSTATEMENT,
                    DOMESTIC_ORDER,
                    DOMESTIC_ORDER_ALARM,
                    PRESERVATION,
                    EXPIRY_ALARM -> false;
        };
    }

    private static Optional<TemporalAmount> practice(Request request, ClockKind clock) {
        if (request.kind().isEmergency()) {
            return atOnce(clock);
        }
        if (ofCentralAuthorities(request.kind()) && !request.content().urgency().isEmergency()) {
            return unhurried(clock);
        }
        return clock == ClockKind.COMPLIANCE ? Optional.of(toComplyInPractice(request)) : expedited(clock);
    }

    /** Where no law sets a time: at once in an emergency, in a day for keeping data, in two weeks for producing it. */
    private static TemporalAmount toComplyInPractice(Request request) {
        if (request.content().urgency().isEmergency()) {
            return Duration.ofHours(4);
        }
        if (request.kind().takesDown()) {
            return toTakeDownInPractice(request);
        }
        return request.kind().obtains() ? Period.ofDays(14) : Duration.ofHours(24);
    }

    /** Hotlines aim at hours for the abuse of children, at three days for the rest. */
    private static TemporalAmount toTakeDownInPractice(Request request) {
        return request.content()
                        .takeDown()
                        .filter(wanted -> wanted.content() == TakeDown.Content.CHILD_SEXUAL_ABUSE)
                        .isPresent()
                ? Duration.ofHours(24)
                : Duration.ofHours(72);
    }

    private static boolean ofCentralAuthorities(RequestKind kind) {
        return switch (kind) {
            case MUTUAL_ASSISTANCE, ORDER_GIVEN_EFFECT, REAL_TIME_TRAFFIC, INTERCEPTION -> true;
            case PRESERVATION,
                    PARTIAL_DISCLOSURE,
                    PRODUCTION_ORDER,
                    PRESERVATION_ORDER,
                    AGREEMENT_ORDER,
                    NATIONAL_PRODUCTION_ORDER,
                    NATIONAL_PRESERVATION_ORDER,
                    VOLUNTARY_DISCLOSURE,
                    VOLUNTARY_PRESERVATION,
                    TAKE_DOWN,
                    EMERGENCY_DISCLOSURE,
                    EMERGENCY_ASSISTANCE,
                    SPONTANEOUS_INFORMATION -> false;
        };
    }

    /** Someone is in danger: hours, at any hour. Its papers are due as those of EU 2023/1543 art. 4(5) are. */
    private static Optional<TemporalAmount> atOnce(ClockKind clock) {
        return switch (clock) {
            case ACKNOWLEDGEMENT -> Optional.of(Duration.ofHours(1));
            case ANSWER -> Optional.of(Duration.ofHours(2));
            case DECISION -> Optional.of(Duration.ofHours(4));
            case REGULARISATION, DELETION -> Optional.of(Duration.ofHours(48));
            case EXECUTION,
                    RETURN,
                    HAND_OVER,
                    RECEIPT,
                    COMPLIANCE,
                    ISSUER_REVIEW,
                    REFERRAL,
                    NOTIFIED_AUTHORITY,
                    ENFORCEMENT,
                    COMPLAINT,
                    REINSTATEMENT,
                    REDRESS,
                    REVIEW,
                    DOMESTIC_ORDER,
                    DOMESTIC_ORDER_ALARM,
                    PRESERVATION,
                    EXPIRY_ALARM -> Optional.empty();
        };
    }

    private static Optional<TemporalAmount> expedited(ClockKind clock) {
        return switch (clock) {
            case ACKNOWLEDGEMENT -> Optional.of(Duration.ofHours(2));
            case DECISION, ANSWER, RECEIPT -> Optional.of(Duration.ofHours(24));
            case HAND_OVER, DELETION -> Optional.of(Duration.ofHours(48));
            case EXECUTION, RETURN -> Optional.of(Period.ofDays(7));
            case ISSUER_REVIEW, REFERRAL, NOTIFIED_AUTHORITY -> Optional.of(Period.ofDays(10));
            case ENFORCEMENT -> Optional.of(Period.ofDays(30));
            case COMPLAINT -> Optional.of(Period.ofDays(14));
            case REINSTATEMENT -> Optional.of(Duration.ofHours(24));
            case REGULARISATION,
                    COMPLIANCE,
                    REDRESS,
                    REVIEW,
                    DOMESTIC_ORDER,
                    DOMESTIC_ORDER_ALARM,
                    PRESERVATION,
                    EXPIRY_ALARM -> Optional.empty();
        };
    }

    private static Optional<TemporalAmount> unhurried(ClockKind clock) {
        return switch (clock) {
            case ACKNOWLEDGEMENT, RECEIPT -> Optional.of(Period.ofDays(7));
            case ANSWER, HAND_OVER -> Optional.of(Period.ofDays(14));
            case DECISION -> Optional.of(Period.ofDays(30));
            case EXECUTION -> Optional.of(Period.ofDays(90));
            case RETURN -> Optional.of(Period.ofDays(45));
            case REGULARISATION,
                    DELETION,
                    COMPLIANCE,
                    ISSUER_REVIEW,
                    REFERRAL,
                    NOTIFIED_AUTHORITY,
                    ENFORCEMENT,
                    COMPLAINT,
                    REINSTATEMENT,
                    REDRESS,
                    REVIEW,
                    DOMESTIC_ORDER,
                    DOMESTIC_ORDER_ALARM,
                    PRESERVATION,
                    EXPIRY_ALARM -> Optional.empty();
        };
    }

    private static String policy(ClockKind clock) {
        return switch (clock) {
            case ACKNOWLEDGEMENT -> "policy:acknowledgement-target";
            case DECISION -> "policy:decision-target";
            case ANSWER -> "policy:answer-target";
            case EXECUTION -> "policy:execution-target";
            case RETURN -> "policy:return-target";
            case REGULARISATION -> "policy:regularisation-target";
            case DELETION -> "policy:deletion-target";
            case HAND_OVER -> "policy:hand-over-target";
            case RECEIPT -> "policy:receipt-target";
            case COMPLIANCE -> "policy:compliance-target";
            case ISSUER_REVIEW -> "policy:issuer-review-target";
            case REFERRAL -> "policy:referral-target";
            case NOTIFIED_AUTHORITY -> "policy:notified-authority-target";
            case ENFORCEMENT -> "policy:enforcement-target";
            case COMPLAINT -> "policy:complaint-target";
            case REINSTATEMENT -> "policy:reinstatement-target";
            case REDRESS -> "policy:redress";
            case REVIEW, DOMESTIC_ORDER, DOMESTIC_ORDER_ALARM, PRESERVATION, EXPIRY_ALARM ->
                throw new IllegalArgumentException(clock + " is no target of practice.");
        };
    }

    /** The instant at which it ends, counted in calendar days of UTC. */
    public static Instant end(Instant start, TemporalAmount length) {
        return start.atZone(ZoneOffset.UTC).plus(length).toInstant();
    }
}
