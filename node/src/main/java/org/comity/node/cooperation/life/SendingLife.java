package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.APPROVED;
import static org.comity.node.cooperation.life.RequestState.AWAITING_APPROVAL;
import static org.comity.node.cooperation.life.RequestState.DRAFT;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.UNDELIVERED;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/** How every request begins: drafted, seen by a second person, and sent. */
final class SendingLife {

    private SendingLife() {}

    static Stream<Row> rows() {
        return Stream.of(
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
                        crossing(UNDELIVERED, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED))
                .flatMap(rows -> rows);
    }
}
