package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.CONDITIONS_OFFERED;
import static org.comity.node.cooperation.life.RequestState.CONSULTATION;
import static org.comity.node.cooperation.life.RequestState.DELIVERED;
import static org.comity.node.cooperation.life.RequestState.EXECUTED;
import static org.comity.node.cooperation.life.RequestState.EXECUTING;
import static org.comity.node.cooperation.life.RequestState.IMPOSSIBLE;
import static org.comity.node.cooperation.life.RequestState.PARTLY_EXECUTED;
import static org.comity.node.cooperation.life.RequestState.POSTPONED;
import static org.comity.node.cooperation.life.RequestState.RECEIPT_CONFIRMED;
import static org.comity.node.cooperation.life.RequestState.REFUSED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.SERVED;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/** A request on which the requested State obtains something and hands it over, from its first day to the file. */
final class AssistanceLife {

    private AssistanceLife() {}

    static Stream<Row> rows() {
        return Stream.of(
                        SendingLife.rows(),
                        // the requested side examines whether it can help
                        row(SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                        row(SENT, RequestEvent.TARGET_MISSED, By.CLOCK, SENT),
                        row(SENT, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                        row(ACKNOWLEDGED, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CLARIFICATION_ASKED, By.REQUESTED, CLARIFICATION),
                        row(ACKNOWLEDGED, RequestEvent.CONSULTATION_OPENED, By.REQUESTED, CONSULTATION),
                        row(ACKNOWLEDGED, RequestEvent.ACCEPTED, By.REQUESTED, EXECUTING),
                        row(ACKNOWLEDGED, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                        row(CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING, ACKNOWLEDGED),
                        row(CLARIFICATION, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, CLARIFICATION),
                        row(CONSULTATION, RequestEvent.CONSULTED, By.REQUESTING, ACKNOWLEDGED),
                        row(CONDITIONS_OFFERED, RequestEvent.CONDITIONS_ACCEPTED, By.REQUESTING, EXECUTING),
                        row(CONDITIONS_OFFERED, RequestEvent.CONDITIONS_DECLINED, By.REQUESTING, ACKNOWLEDGED),
                        row(POSTPONED, RequestEvent.RESUMED, By.REQUESTED, ACKNOWLEDGED),
                        row(POSTPONED, RequestEvent.REVIEW_DUE, By.CLOCK, POSTPONED),
                        Stream.of(CLARIFICATION, CONSULTATION, CONDITIONS_OFFERED, POSTPONED)
                                .flatMap(from -> row(from, RequestEvent.REFUSED, By.REQUESTED, REFUSED)),
                        Stream.of(ACKNOWLEDGED, EXECUTING).flatMap(AssistanceLife::limited),
                        Stream.of(ACKNOWLEDGED, CLARIFICATION, CONSULTATION, CONDITIONS_OFFERED, EXECUTING)
                                .flatMap(AssistanceLife::awaited),
                        row(POSTPONED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN),
                        // carried out and handed over
                        row(EXECUTING, RequestEvent.EXECUTED, By.REQUESTED, EXECUTED),
                        row(EXECUTING, RequestEvent.PARTLY_EXECUTED, By.REQUESTED, PARTLY_EXECUTED),
                        row(EXECUTING, RequestEvent.IMPOSSIBLE, By.REQUESTED, IMPOSSIBLE),
                        Stream.of(EXECUTED, PARTLY_EXECUTED)
                                .flatMap(from -> Stream.concat(
                                        row(from, RequestEvent.HANDED_OVER, By.REQUESTED, DELIVERED), awaited(from))),
                        row(DELIVERED, RequestEvent.RECEIPT_CONFIRMED, By.REQUESTING, RECEIPT_CONFIRMED),
                        row(DELIVERED, RequestEvent.TARGET_MISSED, By.CLOCK, DELIVERED),
                        // conditions were accepted while the requested side refused after all
                        crossing(EXECUTING, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                        // a withdrawal that passed the requested side's last step
                        Stream.of(REFUSED, IMPOSSIBLE)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                        crossing(WITHDRAWN, RequestEvent.HANDED_OVER, By.REQUESTED, DELIVERED),
                        LifeCycle.filedAway(IMPOSSIBLE, RECEIPT_CONFIRMED, REFUSED, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    /** As any assistance, save that the order is served first and its answer awaited (CETS 224 art. 8(5)-(6)). */
    static Stream<Row> givingEffect() {
        return Stream.concat(
                rows().map(row -> answersAnOrder(row) ? fromServed(row) : row),
                Stream.of(
                                row(EXECUTING, RequestEvent.SERVED, By.REQUESTED, SERVED),
                                row(EXECUTING, RequestEvent.IMPOSSIBLE, By.REQUESTED, IMPOSSIBLE),
                                awaited(SERVED))
                        .flatMap(rows -> rows));
    }

    private static boolean answersAnOrder(Row row) {
        return row.from() == EXECUTING
                && (row.to() == EXECUTED || row.to() == PARTLY_EXECUTED || row.to() == IMPOSSIBLE);
    }

    private static Row fromServed(Row row) {
        return new Row(SERVED, row.event(), row.by(), row.to(), row.crossing());
    }

    /** Help may be limited or put off before it begins and while it is given (ETS 185 art. 27(5)-(6), UNTOC art. 18(25)-(26)). */
    private static Stream<Row> limited(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.CONDITIONS_OFFERED, By.REQUESTED, CONDITIONS_OFFERED),
                row(from, RequestEvent.POSTPONED, By.REQUESTED, POSTPONED));
    }

    /** Somebody is to act, and the request can still be taken back. */
    private static Stream<Row> awaited(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from),
                row(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN));
    }
}
