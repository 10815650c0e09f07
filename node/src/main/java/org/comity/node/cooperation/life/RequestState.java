package org.comity.node.cooperation.life;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands. The {@link LifeCycle} of its kind says how it gets from one to the next. */
public enum RequestState {
    DRAFT,
    AWAITING_APPROVAL,
    /** Approved and handed to the exchange; no receipt yet. */
    APPROVED,
    /** The exchange gave up; a person must act. */
    UNDELIVERED,
    /** The requested side's node has it: its signed receipt proves so. */
    SENT,
    ACKNOWLEDGED,
    /** The requested side asked a question and waits for the answer. */
    CLARIFICATION,
    /** ETS 185 art. 29(6): preservation would not secure the data, or would tip off; the requesting side decides. */
    WARNED,
    /** UNTOC art. 18(26), ETS 185 art. 27(6): the sides speak before the requested one refuses or limits its help. */
    CONSULTATION,
    /** ETS 185 arts. 27(6), 28(2): the requested side would help on conditions, and waits for a yes or no. */
    CONDITIONS_OFFERED,
    /** ETS 185 art. 27(5), UNTOC 18(25): put off for a proceeding of the requested side's own, until a day of review. */
    POSTPONED,
    ACCEPTED,
    /** The order is served on the provider. */
    ORDERED,
    PRESERVED,
    /** Only some of the identifiers or categories could be preserved. */
    PARTIAL,
    EXTENDED,
    /** ETS 185 art. 29(7): preserved until the follow-up request is decided; nothing lapses. */
    FOLLOWUP_RECEIVED,
    PRODUCED,
    /** The order was served on the provider, whose answer is awaited (CETS 224 art. 8). */
    SERVED,
    /** Disclosed in an emergency before all papers were there; they are owed. */
    TO_REGULARISE,
    /** The papers of a disclosure in an emergency came. */
    REGULARISED,
    /** They did not come in time: what was disclosed is to be deleted, or no longer used. */
    DELETION_OWED,
    DELETED,
    /** Granted; the competent authority carries it out. */
    EXECUTING,
    EXECUTED,
    /** Only some of what was asked could be obtained. */
    PARTLY_EXECUTED,
    /** Granted, and nothing could be obtained. */
    IMPOSSIBLE,
    /** Handed over; the requesting side has not confirmed it yet. */
    DELIVERED,
    RECEIPT_CONFIRMED,
    /** The provider objects on a ground; the issuer looks at the order again. */
    OBJECTION,
    /** The provider claims that it would break another State's law; nothing is produced until the issuer has decided. */
    SUSPENDED,
    /** The issuer stands by its order; the provider has put its objection to its own State, which may bar the order. */
    REFERRED,
    /** The provider handed over what the order asks for. */
    DISCLOSED,
    /** Some of it; of the rest it said why not. */
    PARTLY_DISCLOSED,
    /** The provider's State is asked to compel it. */
    ENFORCEMENT,
    /** What is to be taken down is preserved, or somebody answers for why it is not; only now it may be removed. */
    SECURED,
    TAKEN_DOWN,
    /** A complaint came; the provider looks at its decision again. */
    UNDER_REVIEW,
    /** The order fell; what was taken down is to be put back. */
    REINSTATEMENT_OWED,
    REINSTATED,
    /** It was taken down, and nobody can complain any more. */
    SETTLED,
    NOT_FOUND,
    REFUSED,
    LAPSED,
    RELEASED,
    WITHDRAWN,
    /** Filed away on this side. */
    CLOSED;

    private static final Set<RequestState> OVER = EnumSet.of(
            PRODUCED,
            NOT_FOUND,
            IMPOSSIBLE,
            REGULARISED,
            DELETED,
            RECEIPT_CONFIRMED,
            REINSTATED,
            SETTLED,
            REFUSED,
            LAPSED,
            RELEASED,
            WITHDRAWN,
            CLOSED);

    private static final Set<RequestState> BEFORE_SENDING = EnumSet.of(DRAFT, AWAITING_APPROVAL);

    private static final Set<RequestState> UNDECIDED =
            EnumSet.of(SENT, ACKNOWLEDGED, CLARIFICATION, WARNED, CONSULTATION, CONDITIONS_OFFERED, POSTPONED);

    private static final Set<RequestState> WITH_REQUESTING = EnumSet.of(
            CLARIFICATION,
            WARNED,
            CONSULTATION,
            CONDITIONS_OFFERED,
            DELIVERED,
            TO_REGULARISE,
            DELETION_OWED,
            OBJECTION,
            SUSPENDED,
            DISCLOSED,
            PARTLY_DISCLOSED);

    private static final Set<RequestState> CARRIED_OUT = EnumSet.of(
            ACCEPTED,
            ORDERED,
            PRESERVED,
            PARTIAL,
            EXTENDED,
            FOLLOWUP_RECEIVED,
            PRODUCED,
            SERVED,
            EXECUTING,
            EXECUTED,
            PARTLY_EXECUTED,
            IMPOSSIBLE,
            NOT_FOUND,
            DELIVERED);

    private static final Set<RequestState> RUNNING_OUT = EnumSet.of(PRESERVED, PARTIAL, EXTENDED);

    /** Nothing more is expected from anyone, save filing it away. */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /** Nothing has left the requesting node yet. */
    public boolean isBeforeSending() {
        return BEFORE_SENDING.contains(this);
    }

    /** The requested side has neither granted nor refused it. */
    public boolean isUndecided() {
        return UNDECIDED.contains(this);
    }

    /** It is out, and the requesting side is to answer or to confirm. */
    public boolean isWithRequesting() {
        return WITH_REQUESTING.contains(this);
    }

    /** Accepted, and somebody carries it out or has just done so. */
    public boolean isCarriedOut() {
        return CARRIED_OUT.contains(this);
    }

    /** Data is kept, and the period of preservation runs. */
    public boolean isRunningOut() {
        return RUNNING_OUT.contains(this);
    }
}
