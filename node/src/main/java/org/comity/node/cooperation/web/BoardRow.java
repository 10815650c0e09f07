package org.comity.node.cooperation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.cooperation.DutyBoard;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.jspecify.annotations.Nullable;

/**
 * One open request on the duty board.
 *
 * @param tone late, soon, safe or nothing: the colour at its edge
 * @param left the time left in large; null where it isn't known or nothing runs
 * @param ends message key of what ends then
 * @param kept how many of its items are kept; null where all are, or none yet
 * @param next message key of the one next action of the person who looks
 * @param prominent the next action presses
 */
record BoardRow(
        String id,
        String reference,
        String kind,
        String side,
        String peer,
        @Nullable String provision,
        String state,
        String urgency,
        String what,
        String tone,
        @Nullable String left,
        @Nullable Moment due,
        String now,
        String ends,
        @Nullable String kept,
        String next,
        boolean ours,
        boolean escalated,
        RaceView race) {

    private static final Duration LATE = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofDays(7);

    /** Which act of those offered is the next one; taking back and filing away never are. */
    private static final List<RequestEvent> NEXT = List.of(
            RequestEvent.APPROVED,
            RequestEvent.SUBMITTED,
            RequestEvent.SENT_AGAIN,
            RequestEvent.CLARIFIED,
            RequestEvent.PROCEEDED,
            RequestEvent.CONSULTED,
            RequestEvent.CONDITIONS_ACCEPTED,
            RequestEvent.ACKNOWLEDGED,
            RequestEvent.ACCEPTED,
            RequestEvent.LEGALLY_CHECKED,
            RequestEvent.ORDERED,
            RequestEvent.PRESERVED,
            RequestEvent.EXTENSION_GRANTED,
            RequestEvent.EXECUTED,
            RequestEvent.DISCLOSED,
            RequestEvent.SERVED,
            RequestEvent.REGULARISED,
            RequestEvent.DATA_DELETED,
            RequestEvent.HANDED_OVER,
            RequestEvent.RECEIPT_CONFIRMED,
            RequestEvent.ORDER_UPHELD,
            RequestEvent.RESUMED,
            RequestEvent.PRODUCED,
            RequestEvent.FOLLOWUP_ANNOUNCED);

    static BoardRow of(DutyBoard.Row row, Wording wording, Citations citations) {
        var left = row.timeLeft();
        var next = NEXT.stream().filter(row.offered()::contains).findFirst();
        return new BoardRow(
                row.id().toString(),
                row.reference(),
                row.kind().token(),
                row.side().name().toLowerCase(Locale.ROOT),
                peer(row),
                row.provision().map(citations::of).orElse(null),
                row.state().name(),
                row.urgency().name(),
                what(row, wording),
                tone(row, left),
                left.map(it -> it.isNegative() ? null : Moment.left(it)).orElse(null),
                row.due().map(Moment::of).orElse(null),
                row.race().now().toString(),
                ends(row),
                kept(row, wording).orElse(null),
                next.map(RequestEvent::token).orElseGet(() -> "wait-" + waitsFor(row)),
                next.isPresent() && (row.waitsForUs() || row.state().isRunningOut()),
                row.escalated(),
                RaceView.of(row.race()));
    }

    public boolean overdue() {
        return left == null && due != null;
    }

    /** The other State as letters. */
    private static String peer(DutyBoard.Row row) {
        var counterpart = row.counterpart().map(party -> party.state());
        return counterpart.orElse(row.requestedState().isBlank() ? "?" : row.requestedState());
    }

    private static String what(DutyBoard.Row row, Wording wording) {
        var categories = row.data().categories().stream()
                .sorted()
                .map(category -> wording.of("category-short." + category.token()))
                .collect(Collectors.joining(", "));
        if (categories.isEmpty()) {
            return wording.of("board.nothing-said");
        }
        var identifiers = row.data().identifiers();
        return identifiers.isEmpty()
                ? categories
                : wording.of("board.what", categories, identifiers.getFirst().value(), identifiers.size() - 1);
    }

    /** Only where some of it is not kept. */
    private static Optional<String> kept(DutyBoard.Row row, Wording wording) {
        return row.kept()
                .filter(it -> it.held() > 0 && it.held() < it.items().size())
                .map(it -> wording.of("board.kept", it.held(), it.items().size()));
    }

    private static String tone(DutyBoard.Row row, Optional<Duration> left) {
        if (row.state() == RequestState.FOLLOWUP_RECEIVED) {
            return "safe";
        }
        if (row.state() == RequestState.UNDELIVERED || row.urgency() == UrgencyLevel.EMERGENCY || row.escalated()) {
            return "late";
        }
        if (left.isEmpty()) {
            return row.race().deletion().isEmpty() && row.race().keptUntil().isEmpty() ? "late" : "";
        }
        var still = left.get();
        if (still.compareTo(LATE) <= 0) {
            return "late";
        }
        return still.compareTo(SOON) <= 0 ? "soon" : "safe";
    }

    private static String ends(DutyBoard.Row row) {
        Optional<Instant> clock = row.nextClock().map(it -> it.dueAt());
        var byClock = clock.isPresent() && clock.equals(row.due());
        if (byClock) {
            return row.nextClock()
                    .map(it -> it.kind())
                    .map(ClockKind::name)
                    .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .orElseThrow();
        }
        if (row.race().held() || row.race().obtained()) {
            return "held";
        }
        return row.due().isPresent() ? "deletion" : "unknown";
    }

    private static String waitsFor(DutyBoard.Row row) {
        if (row.state() == RequestState.AWAITING_APPROVAL) {
            return "approver";
        }
        if (row.state() == RequestState.APPROVED) {
            return "delivery";
        }
        if (row.state().isBeforeSending() || row.state() == RequestState.UNDELIVERED) {
            return "desk";
        }
        var theirTurn = row.side() == Side.REQUESTING
                ? !row.state().isWithRequesting()
                : row.state().isWithRequesting() || row.state().isRunningOut();
        return theirTurn ? "peer" : "desk";
    }
}
