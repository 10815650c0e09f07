package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.DELETED;
import static org.comity.node.cooperation.life.RequestState.DELETION_OWED;
import static org.comity.node.cooperation.life.RequestState.DISCLOSED;
import static org.comity.node.cooperation.life.RequestState.ENFORCEMENT;
import static org.comity.node.cooperation.life.RequestState.EXTENDED;
import static org.comity.node.cooperation.life.RequestState.FOLLOWUP_RECEIVED;
import static org.comity.node.cooperation.life.RequestState.LAPSED;
import static org.comity.node.cooperation.life.RequestState.NOT_FOUND;
import static org.comity.node.cooperation.life.RequestState.OBJECTION;
import static org.comity.node.cooperation.life.RequestState.PARTIAL;
import static org.comity.node.cooperation.life.RequestState.PARTLY_DISCLOSED;
import static org.comity.node.cooperation.life.RequestState.PRESERVED;
import static org.comity.node.cooperation.life.RequestState.PRODUCED;
import static org.comity.node.cooperation.life.RequestState.RECEIPT_CONFIRMED;
import static org.comity.node.cooperation.life.RequestState.REFERRED;
import static org.comity.node.cooperation.life.RequestState.REFUSED;
import static org.comity.node.cooperation.life.RequestState.RELEASED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.SUSPENDED;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/**
 * An order that an authority sends straight to a provider, whatever law it rests on: the issuer is the requesting side, the
 * provider the requested one. A refusal is not the provider's own: it passes on that its State, told of the order, bars it.
 */
final class OrderLife {

    /** Where a voluntary request never comes. */
    private static final Set<RequestState> COMPULSION =
            EnumSet.of(OBJECTION, SUSPENDED, ENFORCEMENT, DELETION_OWED, DELETED);

    private OrderLife() {}

    /** To hand data over (CETS 224 arts. 6 and 7, EU 2023/1543 art. 5, EU 2022/2065 art. 10, national orders). */
    static Stream<Row> production() {
        return Stream.of(
                        served(),
                        Stream.of(ACKNOWLEDGED, OBJECTION, ENFORCEMENT).flatMap(OrderLife::disclosed),
                        disclosed(PARTLY_DISCLOSED),
                        Stream.of(DISCLOSED, PARTLY_DISCLOSED).flatMap(OrderLife::confirmed),
                        objectedAfterwards(),
                        // what was handed over stays handed over
                        Stream.of(WITHDRAWN).flatMap(OrderLife::disclosedAllTheSame),
                        LifeCycle.filedAway(RECEIPT_CONFIRMED, DELETED, NOT_FOUND, REFUSED, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    /** In an emergency data is sent first, and the State that was told may object within its time (EU 2023/1543 art. 10(4)). */
    private static Stream<Row> objectedAfterwards() {
        return Stream.of(
                        Stream.of(DISCLOSED, PARTLY_DISCLOSED, RECEIPT_CONFIRMED)
                                .flatMap(from ->
                                        row(from, RequestEvent.AUTHORITY_OBJECTED, By.REQUESTING, DELETION_OWED)),
                        row(DELETION_OWED, RequestEvent.DATA_DELETED, By.REQUESTING, DELETED),
                        row(DELETION_OWED, RequestEvent.TARGET_MISSED, By.CLOCK, DELETION_OWED))
                .flatMap(rows -> rows);
    }

    /**
     * To hand data over under an agreement as 18 USC 2523 has it: an objection that the issuer's designated authority does not
     * follow goes to that of the provider's State, which may bar the order.
     */
    static Stream<Row> underAgreement() {
        return Stream.of(
                        production(),
                        row(ACKNOWLEDGED, RequestEvent.OBJECTION_REFERRED, By.REQUESTED, REFERRED),
                        row(REFERRED, RequestEvent.OBJECTION_DISMISSED, By.REQUESTED, ACKNOWLEDGED),
                        notCarriedOut(REFERRED),
                        awaited(REFERRED),
                        crossing(REFERRED, RequestEvent.ENFORCEMENT_SOUGHT, By.REQUESTING, ENFORCEMENT))
                .flatMap(rows -> rows);
    }

    /** What nobody must do: as the order, without what compels or who could bar it. A refusal is the provider's own. */
    static Stream<Row> voluntary(Stream<Row> order) {
        return order.filter(row -> !COMPULSION.contains(row.from()) && !COMPULSION.contains(row.to()))
                .filter(row -> row.event() != RequestEvent.AUTHORITY_NOTIFIED
                        && row.event() != RequestEvent.OBJECTION_PERIOD_ENDED);
    }

    /** To keep data (EU 2023/1543 art. 6, 18 USC 2703(f), national orders under ETS 185 art. 16). */
    static Stream<Row> preservation() {
        return Stream.of(
                        served(),
                        Stream.of(ACKNOWLEDGED, OBJECTION, ENFORCEMENT)
                                .flatMap(from -> Stream.concat(
                                        row(from, RequestEvent.PRESERVED, By.REQUESTED, PRESERVED),
                                        row(from, RequestEvent.PARTLY_PRESERVED, By.REQUESTED, PARTIAL))),
                        Stream.of(PRESERVED, PARTIAL, EXTENDED).flatMap(OrderLife::whileKept),
                        row(FOLLOWUP_RECEIVED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        row(FOLLOWUP_RECEIVED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        // one clock went off a moment before the other side's step came
                        crossing(LAPSED, RequestEvent.EXTENSION_GRANTED, By.REQUESTED, EXTENDED),
                        crossing(LAPSED, RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, FOLLOWUP_RECEIVED),
                        crossing(LAPSED, RequestEvent.PRODUCTION_CONFIRMED, By.REQUESTING, FOLLOWUP_RECEIVED),
                        crossing(LAPSED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        crossing(RELEASED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        crossing(WITHDRAWN, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        // a withdrawal or a call for enforcement that passed the provider's last step
                        Stream.of(PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED, LAPSED, RELEASED)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                        LifeCycle.filedAway(PRODUCED, NOT_FOUND, REFUSED, LAPSED, RELEASED, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    /** Sent, received and looked at; alike for every order. */
    static Stream<Row> served() {
        return Stream.of(
                        SendingLife.rows(),
                        row(SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CLARIFICATION_ASKED, By.REQUESTED, CLARIFICATION),
                        row(ACKNOWLEDGED, RequestEvent.CONFLICT_CLAIMED, By.REQUESTED, SUSPENDED),
                        row(CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING, ACKNOWLEDGED),
                        Stream.of(SENT, ACKNOWLEDGED, CLARIFICATION).flatMap(OrderLife::examined),
                        Stream.of(ACKNOWLEDGED, CLARIFICATION)
                                .flatMap(from -> row(from, RequestEvent.OBJECTED, By.REQUESTED, OBJECTION)),
                        Stream.of(OBJECTION, SUSPENDED)
                                .flatMap(from -> row(from, RequestEvent.ORDER_UPHELD, By.REQUESTING, ACKNOWLEDGED)),
                        Stream.of(ACKNOWLEDGED, CLARIFICATION, OBJECTION, SUSPENDED, ENFORCEMENT)
                                .flatMap(OrderLife::notCarriedOut),
                        Stream.of(SENT, ACKNOWLEDGED)
                                .flatMap(from -> row(from, RequestEvent.UNANSWERED, By.CLOCK, from)),
                        Stream.of(SENT, ACKNOWLEDGED, CLARIFICATION, OBJECTION, SUSPENDED, ENFORCEMENT)
                                .flatMap(OrderLife::awaited),
                        Stream.of(SENT, ACKNOWLEDGED, OBJECTION)
                                .flatMap(
                                        from -> row(from, RequestEvent.ENFORCEMENT_SOUGHT, By.REQUESTING, ENFORCEMENT)),
                        Stream.of(CLARIFICATION, SUSPENDED)
                                .flatMap(from ->
                                        crossing(from, RequestEvent.ENFORCEMENT_SOUGHT, By.REQUESTING, ENFORCEMENT)),
                        row(ACKNOWLEDGED, RequestEvent.COSTS_STATED, By.REQUESTED, ACKNOWLEDGED),
                        Stream.of(SENT, ACKNOWLEDGED, CLARIFICATION).flatMap(OrderLife::notified),
                        Stream.of(NOT_FOUND, REFUSED)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> examined(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.VERIFIED, By.REQUESTED, from),
                row(from, RequestEvent.CALLED_BACK, By.REQUESTED, from));
    }

    private static Stream<Row> notCarriedOut(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.NOT_FOUND, By.REQUESTED, NOT_FOUND),
                row(from, RequestEvent.REFUSED, By.REQUESTED, REFUSED));
    }

    private static Stream<Row> awaited(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from),
                row(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN));
    }

    private static Stream<Row> notified(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.AUTHORITY_NOTIFIED, By.REQUESTING, from),
                row(from, RequestEvent.OBJECTION_PERIOD_ENDED, By.CLOCK, from));
    }

    private static Stream<Row> disclosed(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.DISCLOSED, By.REQUESTED, DISCLOSED),
                row(from, RequestEvent.PARTLY_DISCLOSED, By.REQUESTED, PARTLY_DISCLOSED));
    }

    private static Stream<Row> disclosedAllTheSame(RequestState from) {
        return Stream.concat(
                crossing(from, RequestEvent.DISCLOSED, By.REQUESTED, DISCLOSED),
                crossing(from, RequestEvent.PARTLY_DISCLOSED, By.REQUESTED, PARTLY_DISCLOSED));
    }

    private static Stream<Row> confirmed(RequestState from) {
        return Stream.of(
                        row(from, RequestEvent.RECEIPT_CONFIRMED, By.REQUESTING, RECEIPT_CONFIRMED),
                        row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from),
                        row(from, RequestEvent.OBJECTION_PERIOD_ENDED, By.CLOCK, from),
                        row(from, RequestEvent.COSTS_STATED, By.REQUESTED, from))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> whileKept(RequestState kept) {
        return Stream.of(
                        row(kept, RequestEvent.EXTENSION_ASKED, By.REQUESTING, kept),
                        row(kept, RequestEvent.EXTENSION_GRANTED, By.REQUESTED, EXTENDED),
                        row(kept, RequestEvent.EXTENSION_DECLINED, By.REQUESTED, kept),
                        row(kept, RequestEvent.PRODUCTION_CONFIRMED, By.REQUESTING, FOLLOWUP_RECEIVED),
                        row(kept, RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, FOLLOWUP_RECEIVED),
                        row(kept, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        row(kept, RequestEvent.COSTS_STATED, By.REQUESTED, kept),
                        row(kept, RequestEvent.EXPIRY_NEARS, By.CLOCK, kept),
                        row(kept, RequestEvent.LAPSED, By.CLOCK, LAPSED))
                .flatMap(rows -> rows);
    }
}
