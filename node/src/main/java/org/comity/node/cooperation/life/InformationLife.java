package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.CONSULTATION;
import static org.comity.node.cooperation.life.RequestState.DELIVERED;
import static org.comity.node.cooperation.life.RequestState.EXECUTING;
import static org.comity.node.cooperation.life.RequestState.RECEIPT_CONFIRMED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/**
 * Information that nobody asked for (ETS 185 art. 26, ETS 182 art. 11). The sender is the requesting side: it offers a summary
 * with its conditions, and gives the information once the receiver has accepted them; where the receiver can't keep them, the
 * sender decides whether to give it all the same (art. 26(2)).
 */
final class InformationLife {

    private InformationLife() {}

    static Stream<Row> rows() {
        return Stream.of(
                        SendingLife.rows(),
                        row(SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CLARIFICATION_ASKED, By.REQUESTED, CLARIFICATION),
                        row(CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CONDITIONS_ACCEPTED, By.REQUESTED, EXECUTING),
                        row(ACKNOWLEDGED, RequestEvent.CONDITIONS_DECLINED, By.REQUESTED, CONSULTATION),
                        row(EXECUTING, RequestEvent.HANDED_OVER, By.REQUESTING, DELIVERED),
                        row(CONSULTATION, RequestEvent.HANDED_OVER, By.REQUESTING, DELIVERED),
                        Stream.of(SENT, ACKNOWLEDGED, CLARIFICATION, EXECUTING, CONSULTATION)
                                .flatMap(from -> Stream.concat(
                                        row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from),
                                        row(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN))),
                        row(DELIVERED, RequestEvent.RECEIPT_CONFIRMED, By.REQUESTED, RECEIPT_CONFIRMED),
                        row(DELIVERED, RequestEvent.TARGET_MISSED, By.CLOCK, DELIVERED),
                        LifeCycle.filedAway(RECEIPT_CONFIRMED, WITHDRAWN))
                .flatMap(rows -> rows);
    }
}
