package org.comity.node.cooperation.life;

import java.util.Locale;

/** What can happen to a request, in the past tense. */
public enum RequestEvent {
    DRAFTED(false),
    SUBMITTED(false),
    RETURNED(false),
    /** The second person approved; the request goes out in the same transaction. */
    APPROVED(true),
    DELIVERED(false),
    UNDELIVERABLE(false),
    SENT_AGAIN(false),
    ACKNOWLEDGED(true),
    LEGALLY_CHECKED(false),
    CLARIFICATION_ASKED(true),
    CLARIFIED(true),
    WARNED(true),
    PROCEEDED(true),
    CONSULTATION_OPENED(true),
    CONSULTED(true),
    CONDITIONS_OFFERED(true),
    /** From now on the requesting side is bound by them. */
    CONDITIONS_ACCEPTED(true),
    CONDITIONS_DECLINED(true),
    POSTPONED(true),
    RESUMED(true),
    ACCEPTED(true),
    REFUSED(true),
    ORDERED(true),
    ORDER_RENEWED(false),
    PRESERVED(true),
    PARTLY_PRESERVED(true),
    NOT_FOUND(true),
    EXTENSION_ASKED(true),
    EXTENSION_GRANTED(true),
    EXTENSION_DECLINED(true),
    FOLLOWUP_ANNOUNCED(true),
    FOLLOWUP_RECEIVED(true),
    FOLLOWUP_REFUSED(true),
    PRODUCED(true),
    EXECUTED(true),
    PARTLY_EXECUTED(true),
    IMPOSSIBLE(true),
    HANDED_OVER(true),
    RECEIPT_CONFIRMED(true),
    RELEASED(true),
    WITHDRAWN(true),
    LAPSED(false),
    /** The counterpart did not answer within the target: said with its date, never taken for consent. */
    TARGET_MISSED(false),
    EXPIRY_NEARS(false),
    /** The day on which a postponement is to be looked at again. */
    REVIEW_DUE(false),
    ORDER_EXPIRES(false),
    CLOSED(false);

    private final boolean travels;

    RequestEvent(boolean travels) {
        this.travels = travels;
    }

    /** The counterpart is told in a message; the others stay on this node or happen on both by themselves. */
    public boolean travels() {
        return travels;
    }

    /** As the journal and the counterpart read it, such as {@code extension-asked}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RequestEvent ofToken(String token) {
        for (var event : values()) {
            if (event.token().equals(token)) {
                return event;
            }
        }
        throw new IllegalArgumentException("\"" + token + "\" is not an event in the life of a request.");
    }
}
