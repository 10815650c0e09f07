package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACCEPTED;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.EXTENDED;
import static org.comity.node.cooperation.life.RequestState.FOLLOWUP_RECEIVED;
import static org.comity.node.cooperation.life.RequestState.LAPSED;
import static org.comity.node.cooperation.life.RequestState.NOT_FOUND;
import static org.comity.node.cooperation.life.RequestState.ORDERED;
import static org.comity.node.cooperation.life.RequestState.PARTIAL;
import static org.comity.node.cooperation.life.RequestState.PRESERVED;
import static org.comity.node.cooperation.life.RequestState.PRODUCED;
import static org.comity.node.cooperation.life.RequestState.REFUSED;
import static org.comity.node.cooperation.life.RequestState.RELEASED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.WARNED;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/** A request for expedited preservation, from its first day to the file. */
final class PreservationLife {

    private PreservationLife() {}

    static Stream<Row> rows() {
        return Stream.of(
                        SendingLife.rows(),
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
                        Stream.of(PRESERVED, PARTIAL, EXTENDED).flatMap(PreservationLife::whileKept),
                        row(FOLLOWUP_RECEIVED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        row(FOLLOWUP_RECEIVED, RequestEvent.FOLLOWUP_REFUSED, By.REQUESTED, RELEASED),
                        row(FOLLOWUP_RECEIVED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        row(FOLLOWUP_RECEIVED, RequestEvent.ORDER_RENEWED, By.REQUESTED, FOLLOWUP_RECEIVED),
                        row(FOLLOWUP_RECEIVED, RequestEvent.ORDER_EXPIRES, By.CLOCK, FOLLOWUP_RECEIVED),
                        // a lapse seen by the requesting side's clock while the requested side had already kept the
                        // data
                        crossing(LAPSED, RequestEvent.EXTENSION_GRANTED, By.REQUESTED, EXTENDED),
                        crossing(LAPSED, RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, FOLLOWUP_RECEIVED),
                        // a withdrawal or release that passed the requested side's last step
                        Stream.of(PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED, NOT_FOUND, REFUSED, LAPSED, RELEASED)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                        crossing(LAPSED, RequestEvent.RELEASED, By.REQUESTING, RELEASED),
                        crossing(RELEASED, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        crossing(WITHDRAWN, RequestEvent.PRODUCED, By.REQUESTED, PRODUCED),
                        LifeCycle.filedAway(PRODUCED, NOT_FOUND, REFUSED, LAPSED, RELEASED, WITHDRAWN))
                .flatMap(rows -> rows);
    }

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
}
