package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.DELETED;
import static org.comity.node.cooperation.life.RequestState.DELETION_OWED;
import static org.comity.node.cooperation.life.RequestState.IMPOSSIBLE;
import static org.comity.node.cooperation.life.RequestState.REFUSED;
import static org.comity.node.cooperation.life.RequestState.REGULARISED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.TO_REGULARISE;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/**
 * A request in an emergency. What is disclosed is disclosed at once; its papers are owed afterwards, and where they don't come
 * it is deleted. Each use is looked at by an overseer, on each side for itself.
 */
final class EmergencyLife {

    private EmergencyLife() {}

    static Stream<Row> rows() {
        return Stream.of(
                        SendingLife.rows(),
                        // triage
                        row(SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CALLED_BACK, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, ACKNOWLEDGED),
                        row(ACKNOWLEDGED, RequestEvent.CLARIFICATION_ASKED, By.REQUESTED, CLARIFICATION),
                        row(CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING, ACKNOWLEDGED),
                        Stream.of(ACKNOWLEDGED, CLARIFICATION)
                                .flatMap(from -> row(from, RequestEvent.REFUSED, By.REQUESTED, REFUSED)),
                        Stream.of(SENT, ACKNOWLEDGED, CLARIFICATION).flatMap(EmergencyLife::awaited),
                        row(ACKNOWLEDGED, RequestEvent.IMPOSSIBLE, By.REQUESTED, IMPOSSIBLE),
                        row(ACKNOWLEDGED, RequestEvent.DISCLOSED, By.REQUESTED, TO_REGULARISE),
                        // the papers follow, or the data goes
                        row(TO_REGULARISE, RequestEvent.REGULARISED, By.REQUESTING, REGULARISED),
                        row(TO_REGULARISE, RequestEvent.UNREGULARISED, By.REQUESTED, DELETION_OWED),
                        Stream.of(TO_REGULARISE, DELETION_OWED)
                                .flatMap(from -> Stream.concat(
                                        row(from, RequestEvent.DATA_DELETED, By.REQUESTING, DELETED),
                                        row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from))),
                        Stream.of(REGULARISED, DELETED, REFUSED, IMPOSSIBLE, WITHDRAWN)
                                .flatMap(EmergencyLife::reviewed),
                        // the papers passed the call for deletion on their way
                        crossing(DELETION_OWED, RequestEvent.REGULARISED, By.REQUESTING, REGULARISED),
                        // a withdrawal that passed the requested side's last step; what was disclosed stays disclosed
                        Stream.of(REFUSED, IMPOSSIBLE)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                        crossing(WITHDRAWN, RequestEvent.DISCLOSED, By.REQUESTED, TO_REGULARISE),
                        LifeCycle.filedAway(REGULARISED, DELETED, REFUSED, IMPOSSIBLE, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> awaited(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.TARGET_MISSED, By.CLOCK, from),
                row(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN));
    }

    private static Stream<Row> reviewed(RequestState over) {
        return Stream.concat(
                row(over, RequestEvent.REVIEWED, By.REQUESTING, over),
                row(over, RequestEvent.REVIEWED, By.REQUESTED, over));
    }
}
