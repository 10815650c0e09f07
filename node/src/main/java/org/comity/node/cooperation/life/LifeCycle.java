package org.comity.node.cooperation.life;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of one kind of request in one table. Both copies live by it: a node's own acts and the counterpart's messages take
 * the same rows, so the copies agree whenever nothing is on its way between them.
 *
 * <p>A <em>crossing</em> row is offered to nobody. It settles who prevails when two messages passed each other: the
 * requesting side's withdrawal or release ends the matter, save that data handed over stays handed over; and what the
 * requested side did to keep the data prevails over a lapse that only the requesting side's clock has seen.
 */
public final class LifeCycle {

    /** Data is kept as it is until a further request comes for it (ETS 185 arts. 29 and 30, UNCC 42). */
    public static final LifeCycle PRESERVATION = new LifeCycle("preservation", PreservationLife.rows());

    /** The requested State obtains something and hands it over (ETS 185 arts. 25, 27, 30 to 34; UNTOC art. 18). */
    public static final LifeCycle ASSISTANCE = new LifeCycle("assistance", AssistanceLife.rows());

    /** A provider is ordered to hand stored data over. */
    public static final LifeCycle PRODUCTION_ORDER = new LifeCycle("production-order", OrderLife.production());

    /** A provider is ordered to keep stored data as it is. */
    public static final LifeCycle PRESERVATION_ORDER = new LifeCycle("preservation-order", OrderLife.preservation());

    /** A provider of the other State of an executive agreement is ordered to hand stored data over. */
    public static final LifeCycle AGREEMENT_ORDER = new LifeCycle("agreement-order", OrderLife.underAgreement());

    /** A provider is asked to hand stored data over, and may say no. */
    public static final LifeCycle VOLUNTARY_DISCLOSURE =
            new LifeCycle("voluntary-disclosure", OrderLife.voluntary(OrderLife.production()));

    /** A provider is asked to keep stored data as it is, and may say no. */
    public static final LifeCycle VOLUNTARY_PRESERVATION =
            new LifeCycle("voluntary-preservation", OrderLife.voluntary(OrderLife.preservation()));

    /** A provider is ordered to take content down, or given notice of it; it is preserved first. */
    public static final LifeCycle TAKE_DOWN = new LifeCycle("take-down", TakeDownLife.rows());

    /** The requested State serves the requesting State's own order on a provider (CETS 224 art. 8). */
    public static final LifeCycle ORDER_GIVEN_EFFECT =
            new LifeCycle("order-given-effect", AssistanceLife.givingEffect());

    /** Someone is in danger: data is handed over at once, its papers follow, and its use is looked at. */
    public static final LifeCycle EMERGENCY = new LifeCycle("emergency", EmergencyLife.rows());

    /** What a State found is offered to another that did not ask, on conditions, and given when they are accepted. */
    public static final LifeCycle INFORMATION = new LifeCycle("information", InformationLife.rows());

    /** One row. @param crossing taken only from a message that passed one of ours on its way */
    public record Row(RequestState from, RequestEvent event, By by, RequestState to, boolean crossing) {}

    private final String name;
    private final List<Row> table;

    private LifeCycle(String name, Stream<Row> rows) {
        this.name = name;
        this.table = escalating(rows.toList());
    }

    /** Each end of a time comes nearer before it comes: where one runs, it is said once that it does. */
    private static List<Row> escalating(List<Row> rows) {
        var ending = rows.stream()
                .filter(row -> row.by() == By.CLOCK)
                .map(Row::from)
                .distinct()
                .flatMap(state -> row(state, RequestEvent.ESCALATED, By.CLOCK, state));
        return Stream.concat(rows.stream(), ending).toList();
    }

    public static List<LifeCycle> all() {
        return List.of(
                PRESERVATION,
                ASSISTANCE,
                PRODUCTION_ORDER,
                PRESERVATION_ORDER,
                AGREEMENT_ORDER,
                VOLUNTARY_DISCLOSURE,
                VOLUNTARY_PRESERVATION,
                TAKE_DOWN,
                ORDER_GIVEN_EFFECT,
                EMERGENCY,
                INFORMATION);
    }

    public String name() {
        return name;
    }

    public List<Row> table() {
        return table;
    }

    /** In which state a copy begins: drafted on the requesting side, arrived on the requested side. */
    public static RequestState start(Side side) {
        return side == Side.REQUESTING ? RequestState.DRAFT : RequestState.SENT;
    }

    /** The row that an event takes, whether it was offered or comes from a message that crossed ours. */
    public Optional<Row> find(RequestState from, RequestEvent event, By by) {
        return table.stream()
                .filter(row -> row.from() == from && row.event() == event && row.by() == by)
                .findFirst();
    }

    /** The row that a person's own act takes; crossing rows are not for them. */
    public Optional<Row> offered(RequestState from, RequestEvent event, By by) {
        return find(from, event, by).filter(row -> !row.crossing());
    }

    /** What a person on this side can do now, in the table's order. */
    public Set<RequestEvent> offeredTo(Side side, RequestState state) {
        var events = new ArrayList<RequestEvent>();
        for (var row : table) {
            if (row.from() == state && row.by() == By.of(side) && !row.crossing()) {
                events.add(row.event());
            }
        }
        return events.isEmpty() ? Set.of() : EnumSet.copyOf(events);
    }

    /** Whether the event is one that this side brings about. */
    public boolean belongsTo(By by, RequestEvent event) {
        return table.stream().anyMatch(row -> row.event() == event && row.by() == by);
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<Row> row(RequestState from, RequestEvent event, By by, RequestState to) {
        return Stream.of(new Row(from, event, by, to, false));
    }

    static Stream<Row> crossing(RequestState from, RequestEvent event, By by, RequestState to) {
        return Stream.of(new Row(from, event, by, to, true));
    }

    /** Filed away, each side for itself. */
    static Stream<Row> filedAway(RequestState... over) {
        return Stream.of(over)
                .flatMap(from -> Stream.concat(
                        row(from, RequestEvent.CLOSED, By.REQUESTING, RequestState.CLOSED),
                        row(from, RequestEvent.CLOSED, By.REQUESTED, RequestState.CLOSED)));
    }
}
