package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.LifeCycle.crossing;
import static org.comity.node.cooperation.life.LifeCycle.row;
import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.ENFORCEMENT;
import static org.comity.node.cooperation.life.RequestState.NOT_FOUND;
import static org.comity.node.cooperation.life.RequestState.OBJECTION;
import static org.comity.node.cooperation.life.RequestState.REFUSED;
import static org.comity.node.cooperation.life.RequestState.REINSTATED;
import static org.comity.node.cooperation.life.RequestState.REINSTATEMENT_OWED;
import static org.comity.node.cooperation.life.RequestState.SECURED;
import static org.comity.node.cooperation.life.RequestState.SETTLED;
import static org.comity.node.cooperation.life.RequestState.TAKEN_DOWN;
import static org.comity.node.cooperation.life.RequestState.UNDER_REVIEW;
import static org.comity.node.cooperation.life.RequestState.WITHDRAWN;

import java.util.stream.Stream;
import org.comity.node.cooperation.life.LifeCycle.Row;

/**
 * Content is to be taken down, by order or by notice (EU 2021/784 art. 3, EU 2022/2065 arts. 9 and 16). Whatever leads to
 * {@code TAKEN_DOWN} comes from {@code SECURED}: nothing is removed before it is preserved, or somebody has answered for
 * removing it all the same. What was taken down can be put back, until nobody can complain of it any more.
 */
final class TakeDownLife {

    private TakeDownLife() {}

    static Stream<Row> rows() {
        return Stream.of(
                        OrderLife.served(),
                        Stream.of(ACKNOWLEDGED, OBJECTION, ENFORCEMENT).flatMap(TakeDownLife::secured),
                        row(ACKNOWLEDGED, RequestEvent.SUSPICION_REPORTED, By.REQUESTED, ACKNOWLEDGED),
                        whileSecured(),
                        takenDown(SECURED),
                        whileDown(),
                        underReview(),
                        row(REINSTATEMENT_OWED, RequestEvent.REINSTATED, By.REQUESTED, REINSTATED),
                        row(REINSTATEMENT_OWED, RequestEvent.TARGET_MISSED, By.CLOCK, REINSTATEMENT_OWED),
                        // one clock went off a moment before the other side's step came
                        crossing(SETTLED, RequestEvent.COMPLAINED, By.REQUESTED, UNDER_REVIEW),
                        crossing(SETTLED, RequestEvent.REINSTATED, By.REQUESTED, REINSTATED),
                        crossing(SETTLED, RequestEvent.REVOKED, By.REQUESTING, REINSTATEMENT_OWED),
                        // a withdrawal prevails over whatever passed it; what is down already is put back
                        Stream.of(TAKEN_DOWN, UNDER_REVIEW, REINSTATED, SETTLED)
                                .flatMap(from -> crossing(from, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN)),
                        row(WITHDRAWN, RequestEvent.REINSTATED, By.REQUESTED, WITHDRAWN),
                        LifeCycle.filedAway(NOT_FOUND, REFUSED, REINSTATED, SETTLED, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> secured(RequestState from) {
        return Stream.concat(
                row(from, RequestEvent.CONTENT_PRESERVED, By.REQUESTED, SECURED),
                row(from, RequestEvent.PRESERVATION_WAIVED, By.REQUESTED, SECURED));
    }

    private static Stream<Row> whileSecured() {
        return Stream.of(
                        row(SECURED, RequestEvent.VERIFIED, By.REQUESTED, SECURED),
                        row(SECURED, RequestEvent.CALLED_BACK, By.REQUESTED, SECURED),
                        row(SECURED, RequestEvent.CONTENT_PRESERVED, By.REQUESTED, SECURED),
                        row(SECURED, RequestEvent.SUSPICION_REPORTED, By.REQUESTED, SECURED),
                        row(SECURED, RequestEvent.NOT_FOUND, By.REQUESTED, NOT_FOUND),
                        row(SECURED, RequestEvent.REFUSED, By.REQUESTED, REFUSED),
                        row(SECURED, RequestEvent.UNANSWERED, By.CLOCK, SECURED),
                        row(SECURED, RequestEvent.AUTHORITY_NOTIFIED, By.REQUESTING, SECURED),
                        row(SECURED, RequestEvent.OBJECTION_PERIOD_ENDED, By.CLOCK, SECURED),
                        row(SECURED, RequestEvent.WITHDRAWN, By.REQUESTING, WITHDRAWN))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> takenDown(RequestState from) {
        return Stream.of(RequestEvent.CONTENT_REMOVED, RequestEvent.ACCESS_DISABLED, RequestEvent.PARTLY_TAKEN_DOWN)
                .flatMap(event -> row(from, event, By.REQUESTED, TAKEN_DOWN));
    }

    private static Stream<Row> whileDown() {
        return Stream.of(
                        takenDown(TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.REASONS_STATED, By.REQUESTED, TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.SUSPICION_REPORTED, By.REQUESTED, TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.RECHECKED, By.REQUESTING, TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.STILL_UP, By.REQUESTING, TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.COMPLAINED, By.REQUESTED, UNDER_REVIEW),
                        row(TAKEN_DOWN, RequestEvent.REINSTATED, By.REQUESTED, REINSTATED),
                        row(TAKEN_DOWN, RequestEvent.REVOKED, By.REQUESTING, REINSTATEMENT_OWED),
                        row(TAKEN_DOWN, RequestEvent.OBJECTION_PERIOD_ENDED, By.CLOCK, TAKEN_DOWN),
                        row(TAKEN_DOWN, RequestEvent.REDRESS_ENDED, By.CLOCK, SETTLED))
                .flatMap(rows -> rows);
    }

    /** Somebody whose content it was complains, or the notifier does (EU 2021/784 art. 10, EU 2022/2065 art. 20). */
    private static Stream<Row> underReview() {
        return Stream.of(
                        row(UNDER_REVIEW, RequestEvent.REASONS_STATED, By.REQUESTED, UNDER_REVIEW),
                        row(UNDER_REVIEW, RequestEvent.RESTRICTION_UPHELD, By.REQUESTED, TAKEN_DOWN),
                        row(UNDER_REVIEW, RequestEvent.REINSTATED, By.REQUESTED, REINSTATED),
                        row(UNDER_REVIEW, RequestEvent.REVOKED, By.REQUESTING, REINSTATEMENT_OWED),
                        row(UNDER_REVIEW, RequestEvent.TARGET_MISSED, By.CLOCK, UNDER_REVIEW))
                .flatMap(rows -> rows);
    }
}
