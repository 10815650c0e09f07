package org.comity.node.cooperation;

import static org.comity.node.cooperation.RequestState.ACCEPTED;
import static org.comity.node.cooperation.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.RequestState.APPROVED;
import static org.comity.node.cooperation.RequestState.AWAITING_APPROVAL;
import static org.comity.node.cooperation.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.RequestState.CLOSED;
import static org.comity.node.cooperation.RequestState.DRAFT;
import static org.comity.node.cooperation.RequestState.EXTENDED;
import static org.comity.node.cooperation.RequestState.FOLLOWUP_RECEIVED;
import static org.comity.node.cooperation.RequestState.LAPSED;
import static org.comity.node.cooperation.RequestState.NOT_FOUND;
import static org.comity.node.cooperation.RequestState.ORDERED;
import static org.comity.node.cooperation.RequestState.PARTIAL;
import static org.comity.node.cooperation.RequestState.PRESERVED;
import static org.comity.node.cooperation.RequestState.PRODUCED;
import static org.comity.node.cooperation.RequestState.REFUSED;
import static org.comity.node.cooperation.RequestState.RELEASED;
import static org.comity.node.cooperation.RequestState.SENT;
import static org.comity.node.cooperation.RequestState.UNDELIVERED;
import static org.comity.node.cooperation.RequestState.WARNED;
import static org.comity.node.cooperation.RequestState.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of a request for expedited preservation in one table. Both copies live by it: a node's own acts and the
 * counterpart's messages take the same rows, so the copies agree whenever nothing is on its way between them.
 *
 * <p>A <em>crossing</em> row is offered to nobody. It settles who prevails when two messages passed each other: the
 * requesting side's withdrawal or release ends the matter, save that produced data stays produced; and what the requested
 * side did to keep the data prevails over a lapse that only the requesting side's clock has seen.
 */
public final class Transitions {

    /** One row. @param crossing taken only from a message that passed one of ours on its way */
    public record Row(RequestState from, RequestEvent event, By by, RequestState to, boolean crossing) {}

    private static final List<Row> TABLE = Stream.of(
                    // drafting, four eyes
                    row(DRAFT, RequestEvent.SUBMITTED, By.REQUESTING, AWAITING_APPROVAL),
                    row(DRAFT, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(AWAITING_APPROVAL, RequestEvent.RETURNED, By.REQUESTING, DRAFT),
                    row(AWAITING_APPROVAL, RequestEvent.APPROVED, By.REQUESTING, APPROVED),
                    row(AWAITING_APPROVAL, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    // on its way
                    row(APPROVED, RequestEvent.DELIVERED, By.TRANSPORT, SENT),
                    row(APPROVED, RequestEvent.UNDELIVERABLE, By.TRANSPORT, UNDELIVERED),
                    row(APPROVED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(UNDELIVERED, RequestEvent.SENT_AGAIN, By.REQUESTING, APPROVED),
                    row(UNDELIVERED, RequestEvent.DELIVERED, By.TRANSPORT, SENT),
                    row(UNDELIVERED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    // the counterpart's answer proves delivery even when its receipt was lost
                    crossing(APPROVED, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                    crossing(UNDELIVERED, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                    // the requested side looks at it
                    row(SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                    row(SENT, RequestEvent.TARGET_MISSED, By.CLOCK, SENT),
                    row(SENT, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(ACKNOWLEDGED, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, ACKNOWLEDGED),
                    row(ACKNOWLEDGED, RequestEvent.CLARIFICATION_ASKED, By.REQUESTED, CLARIFICATION),
                    row(ACKNOWLEDGED, RequestEvent.WARNED, By.REQUESTED, WARNED),
                    row(ACKNOWLEDGED, RequestEvent.ACCEPTED, By.REQUESTED, ACCEPTED),
                    row(ACKNOWLEDGED, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                    row(ACKNOWLEDGED, RequestEvent.TARGET_MISSED, By.CLOCK, ACKNOWLEDGED),
                    row(ACKNOWLEDGED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING, ACKNOWLEDGED),
                    row(CLARIFICATION, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, CLARIFICATION),
                    row(CLARIFICATION, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                    row(CLARIFICATION, RequestEvent.TARGET_MISSED, By.CLOCK, CLARIFICATION),
                    row(CLARIFICATION, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(WARNED, RequestEvent.PROCEEDED, By.REQUESTING, ACKNOWLEDGED),
                    row(WARNED, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                    row(WARNED, RequestEvent.TARGET_MISSED, By.CLOCK, WARNED),
                    row(WARNED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    // executing
                    row(ACCEPTED, RequestEvent.ORDERED, By.REQUESTED, ORDERED),
                    row(ACCEPTED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    row(ORDERED, RequestEvent.PRESERVED, By.REQUESTED, PRESERVED),
                    row(ORDERED, RequestEvent.PARTLY_PRESERVED, By.REQUESTED, PARTIAL),
                    row(ORDERED, RequestEvent.NOT_FOUND, By.REQUESTED, NOT_FOUND),
                    row(ORDERED, RequestEvent.ORDER_RENEWED, By.REQUESTED, ORDERED),
                    row(ORDERED, RequestEvent.ORDER_EXPIRES, By.CLOCK, ORDERED),
                    row(ORDERED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                    // kept: ETS 185 art. 29(7)
                    Stream.of(PRESERVED, PARTIAL, EXTENDED).flatMap(Transitions::whileKept),
                    row(FOLLOWUP_RECEIVED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                    row(FOLLOWUP_RECEIVED, RequestEvent.FOLLOWUP_REFUSED, By.REQUESTED, RELEASED),
                    row(FOLLOWUP_RECEIVED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                    row(FOLLOWUP_RECEIVED, RequestEvent.ORDER_RENEWED, By.REQUESTED, FOLLOWUP_RECEIVED),
                    row(FOLLOWUP_RECEIVED, RequestEvent.ORDER_EXPIRES, By.CLOCK, FOLLOWUP_RECEIVED),
                    // a lapse seen by the requesting side's clock while the requested side had already kept the data
                    crossing(LAPSED, RequestEvent.EXTENSION_GRANTED, By.REQUESTED, EXTENDED),
                    crossing(LAPSED, RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, FOLLOWUP_RECEIVED),
                    // a withdrawal or release that passed the requested side's last step
                    Stream.of(PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED, NOT_FOUND, REFUSED, LAPSED, RELEASED)
                            .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                    crossing(LAPSED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                    crossing(RELEASED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                    crossing(WITHDRAWN, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                    // filed away, each side for itself
                    Stream.of(PRODUCED, NOT_FOUND, REFUSED, LAPSED, RELEASED, WITHDRAWN)
                            .flatMap(from -> Stream.concat(
                                    row(from, RequestEvent.CLOSED, By.REQUESTING, CLOSED),
                                    row(from, RequestEvent.CLOSED, By.REQUESTED, CLOSED))))
            .flatMap(rows -> rows)
            .toList();

    private Transitions() {}

    private static Stream<Row> whileKept(RequestState kept) {
        return Stream.of(
                        row(kept, RequestEvent.EXTENSION_ASKED, By.REQUESTING, kept),
                        row(kept, RequestEvent.EXTENSION_GRANTED, By.REQUESTED, EXTENDED),
                        row(kept, RequestEvent.EXTENSION_DECLINED, By.REQUESTED, kept),
                        row(kept, RequestEvent.FOLLOWUP_ANNOUNCED, By.REQUESTING, kept),
                        row(kept, RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, FOLLOWUP_RECEIVED),
                        row(kept, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        row(kept, RequestEvent.ORDER_RENEWED, By.REQUESTED, kept),
                        row(kept, RequestEvent.ORDER_EXPIRES, By.CLOCK, kept),
                        row(kept, RequestEvent.EXPIRY_NEARS, By.CLOCK, kept),
                        row(kept, RequestEvent.LAPSED, By.CLOCK, LAPSED))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> row(RequestState from, RequestEvent event, By by, RequestState to) {
        return Stream.of(new Row(from, event, by, to, false));
    }

    private static Stream<Row> crossing(RequestState from, RequestEvent event, By by, RequestState to) {
        return Stream.of(new Row(from, event, by, to, true));
    }

    public static List<Row> table() {
        return TABLE;
    }

    /** In which state a copy begins: drafted on the requesting side, arrived on the requested side. */
    public static RequestState start(Side side) {
        return side == Side.REQUESTING ? DRAFT : SENT;
    }

    /** The row that an event takes, whether it was offered or comes from a message that crossed ours. */
    public static Optional<Row> find(RequestState from, RequestEvent event, By by) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.event() == event && row.by() == by)
                .findFirst();
    }

    /** The row that a person's own act takes; crossing rows are not for them. */
    public static Optional<Row> offered(RequestState from, RequestEvent event, By by) {
        return find(from, event, by).filter(row -> !row.crossing());
    }

    /** What a person on this side can do now, in the table's order. */
    public static Set<RequestEvent> offeredTo(Side side, RequestState state) {
        var events = new ArrayList<RequestEvent>();
        for (var row : TABLE) {
            if (row.from() == state && row.by() == By.of(side) && !row.crossing()) {
                events.add(row.event());
            }
        }
        return events.isEmpty() ? Set.of() : EnumSet.copyOf(events);
    }
}
