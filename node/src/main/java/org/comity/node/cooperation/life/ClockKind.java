package org.comity.node.cooperation.life;

import static org.comity.node.cooperation.life.RequestState.ACKNOWLEDGED;
import static org.comity.node.cooperation.life.RequestState.CLARIFICATION;
import static org.comity.node.cooperation.life.RequestState.CONDITIONS_OFFERED;
import static org.comity.node.cooperation.life.RequestState.CONSULTATION;
import static org.comity.node.cooperation.life.RequestState.DELIVERED;
import static org.comity.node.cooperation.life.RequestState.DISCLOSED;
import static org.comity.node.cooperation.life.RequestState.EXECUTED;
import static org.comity.node.cooperation.life.RequestState.EXECUTING;
import static org.comity.node.cooperation.life.RequestState.EXTENDED;
import static org.comity.node.cooperation.life.RequestState.FOLLOWUP_RECEIVED;
import static org.comity.node.cooperation.life.RequestState.OBJECTION;
import static org.comity.node.cooperation.life.RequestState.ORDERED;
import static org.comity.node.cooperation.life.RequestState.PARTIAL;
import static org.comity.node.cooperation.life.RequestState.PARTLY_DISCLOSED;
import static org.comity.node.cooperation.life.RequestState.PARTLY_EXECUTED;
import static org.comity.node.cooperation.life.RequestState.POSTPONED;
import static org.comity.node.cooperation.life.RequestState.PRESERVED;
import static org.comity.node.cooperation.life.RequestState.REINSTATEMENT_OWED;
import static org.comity.node.cooperation.life.RequestState.SECURED;
import static org.comity.node.cooperation.life.RequestState.SENT;
import static org.comity.node.cooperation.life.RequestState.SUSPENDED;
import static org.comity.node.cooperation.life.RequestState.TAKEN_DOWN;
import static org.comity.node.cooperation.life.RequestState.UNDER_REVIEW;
import static org.comity.node.cooperation.life.RequestState.WARNED;

import java.util.Locale;
import java.util.Set;

/** The clocks of a request. Each runs only in its states, and stops by itself when the request leaves them. */
public enum ClockKind {
    /** Until the requested side says that it has the request. */
    ACKNOWLEDGEMENT(RequestEvent.TARGET_MISSED, SENT),
    /** Until it decides. */
    DECISION(RequestEvent.TARGET_MISSED, ACKNOWLEDGED),
    /** Until the requesting side answers a question, a warning or an offer. */
    ANSWER(RequestEvent.TARGET_MISSED, CLARIFICATION, WARNED, CONSULTATION, CONDITIONS_OFFERED),
    /** The time that the law leaves a provider to obey an order, from its receipt. */
    COMPLIANCE(RequestEvent.UNANSWERED, SENT, ACKNOWLEDGED, SECURED),
    /** Until the issuer has looked at its order again. */
    ISSUER_REVIEW(RequestEvent.TARGET_MISSED, OBJECTION, SUSPENDED),
    /** Until the provider's own State has said whether it bars the order. */
    REFERRAL(RequestEvent.TARGET_MISSED, RequestState.REFERRED),
    /** Until the State that was told of an order can no longer object to it. */
    NOTIFIED_AUTHORITY(
            RequestEvent.OBJECTION_PERIOD_ENDED,
            SENT,
            ACKNOWLEDGED,
            CLARIFICATION,
            DISCLOSED,
            PARTLY_DISCLOSED,
            SECURED,
            TAKEN_DOWN),
    /** Until the provider's State has made it obey. */
    ENFORCEMENT(RequestEvent.TARGET_MISSED, RequestState.ENFORCEMENT),
    /** Until what was granted is carried out. */
    EXECUTION(RequestEvent.TARGET_MISSED, EXECUTING),
    /** Until the provider on which an order was served has answered (CETS 224 art. 8(6)). */
    RETURN(RequestEvent.TARGET_MISSED, RequestState.SERVED),
    /** Until the papers of a disclosure in an emergency have come. */
    REGULARISATION(RequestEvent.TARGET_MISSED, RequestState.TO_REGULARISE),
    /** Until what was disclosed is deleted. */
    DELETION(RequestEvent.TARGET_MISSED, RequestState.DELETION_OWED),
    /** Until what was obtained is handed over. */
    HAND_OVER(RequestEvent.TARGET_MISSED, EXECUTED, PARTLY_EXECUTED),
    /** Until the requesting side confirms that it has it. */
    RECEIPT(RequestEvent.TARGET_MISSED, DELIVERED, DISCLOSED, PARTLY_DISCLOSED),
    /** Until the provider has decided on a complaint against a taking down. */
    COMPLAINT(RequestEvent.TARGET_MISSED, UNDER_REVIEW),
    /** Until what was taken down is back, once the order fell. */
    REINSTATEMENT(RequestEvent.TARGET_MISSED, REINSTATEMENT_OWED),
    /** Until nobody can complain of a taking down any more; so long the content is kept (EU 2021/784 art. 6). */
    REDRESS(RequestEvent.REDRESS_ENDED, TAKEN_DOWN),
    /** Until a postponement is looked at again (ETS 185 art. 27(5), UNTOC art. 18(25)). */
    REVIEW(RequestEvent.REVIEW_DUE, POSTPONED),
    /** The longest time for which an order under national law binds the provider (ETS 185 art. 16(2)). */
    DOMESTIC_ORDER(RequestEvent.ORDER_EXPIRES, ORDERED, PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED),
    DOMESTIC_ORDER_ALARM(RequestEvent.ORDER_EXPIRES, ORDERED, PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED),
    /** Until the kept data may be deleted (ETS 185 art. 29(7)); a follow-up request stops it. */
    PRESERVATION(RequestEvent.LAPSED, PRESERVED, PARTIAL, EXTENDED),
    EXPIRY_ALARM(RequestEvent.EXPIRY_NEARS, PRESERVED, PARTIAL, EXTENDED);

    private final RequestEvent fires;
    private final Set<RequestState> runsIn;

    ClockKind(RequestEvent fires, RequestState... runsIn) {
        this.fires = fires;
        this.runsIn = Set.of(runsIn);
    }

    /** As messages name it, such as {@code hand-over}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens when its time has come. */
    public RequestEvent fires() {
        return fires;
    }

    public boolean runsIn(RequestState state) {
        return runsIn.contains(state);
    }

    /** A reminder of another clock's end, not an end of its own. */
    public boolean isAlarm() {
        return this == DOMESTIC_ORDER_ALARM || this == EXPIRY_ALARM;
    }
}
