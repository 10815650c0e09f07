package org.comity.node.cooperation;

import java.util.EnumSet;
import java.util.Set;

/** Where a request for expedited preservation stands. {@link Transitions} says how it gets from one to the next. */
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
    NOT_FOUND,
    REFUSED,
    LAPSED,
    RELEASED,
    WITHDRAWN,
    /** Filed away on this side. */
    CLOSED;

    private static final Set<RequestState> OVER =
            EnumSet.of(PRODUCED, NOT_FOUND, REFUSED, LAPSED, RELEASED, WITHDRAWN, CLOSED);

    private static final Set<RequestState> BEFORE_SENDING = EnumSet.of(DRAFT, AWAITING_APPROVAL);

    private static final Set<RequestState> RUNNING_OUT = EnumSet.of(PRESERVED, PARTIAL, EXTENDED);

    /** Nothing more is expected from anyone, save filing it away. */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /** Nothing has left the requesting node yet. */
    public boolean isBeforeSending() {
        return BEFORE_SENDING.contains(this);
    }

    /** Data is kept, and the period of preservation runs. */
    public boolean isRunningOut() {
        return RUNNING_OUT.contains(this);
    }
}
