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
    /** The provider is sure of who ordered it, and that it is in form. */
    VERIFIED(false),
    /** The provider telephoned the authority at a number that it had before, and the authority confirmed the order. */
    CALLED_BACK(false),
    /** The provider does not carry the order out, on a ground of the closed list. */
    OBJECTED(true),
    /** To obey would break the law of a third State (EU 2023/1543 art. 17, 18 USC 2703(h)). */
    CONFLICT_CLAIMED(true),
    /** The issuer looked at the objection, and the order stands. */
    ORDER_UPHELD(true),
    /** The requested State is asked to compel the provider (EU 2023/1543 art. 16, CETS 224 art. 7(7)). */
    ENFORCEMENT_SOUGHT(true),
    /** The State of the provider is told, and may object (CETS 224 art. 7(5), EU 2023/1543 art. 8). */
    AUTHORITY_NOTIFIED(true),
    /** It objects after the data was handed over: what came is deleted, or its use limited (EU 2023/1543 art. 10(4)). */
    AUTHORITY_OBJECTED(true),
    /** The provider puts an objection that was not followed to the designated authority of its own State (18 USC 2523). */
    OBJECTION_REFERRED(true),
    /** That authority lets the order stand. */
    OBJECTION_DISMISSED(true),
    COSTS_STATED(true),
    DISCLOSED(true),
    PARTLY_DISCLOSED(true),
    /** An order to produce follows: what is kept is kept until then (EU 2023/1543 art. 11(1), annex V). */
    PRODUCTION_CONFIRMED(true),
    RELEASED(true),
    WITHDRAWN(true),
    LAPSED(false),
    /** The counterpart did not answer within the target: said with its date, never taken for consent. */
    TARGET_MISSED(false),
    /** The provider let the law's time pass: said with its date, never taken for a refusal. */
    UNANSWERED(false),
    /** The State that was told of an order can no longer object to it. */
    OBJECTION_PERIOD_ENDED(false),
    EXPIRY_NEARS(false),
    /** The day on which a postponement is to be looked at again. */
    REVIEW_DUE(false),
    ORDER_EXPIRES(false),
    /** The order of the requesting State was served on the provider (CETS 224 art. 8). */
    SERVED(true),
    /** The papers that an emergency left out came after. */
    REGULARISED(true),
    /** They did not come in time; deletion is asked for. */
    UNREGULARISED(true),
    /** What was disclosed is deleted, or no longer used, and that is reported. */
    DATA_DELETED(true),
    /** The content to be taken down is kept as evidence, as it is. */
    CONTENT_PRESERVED(true),
    /** It can't be or need not be kept; who answers for that said why. */
    PRESERVATION_WAIVED(true),
    CONTENT_REMOVED(true),
    /** It is still there, but nobody gets at it where the order reaches. */
    ACCESS_DISABLED(true),
    PARTLY_TAKEN_DOWN(true),
    /** Whoever's content it was is told why, and what can be done against it (EU 2022/2065 arts. 9(5) and 17). */
    REASONS_STATED(true),
    /** A danger to life or safety was reported to the authorities concerned (EU 2022/2065 art. 18, EU 2021/784 art. 14(5)). */
    SUSPICION_REPORTED(true),
    /** The issuer looked: it is down. */
    RECHECKED(false),
    /** The issuer looked: it is still there, or there again. */
    STILL_UP(true),
    /** Against the taking down (EU 2021/784 art. 10, EU 2022/2065 art. 20). */
    COMPLAINED(true),
    RESTRICTION_UPHELD(true),
    /** The order fell: its issuer, a court or the authority of the provider's State decided so (EU 2021/784 art. 4(7)). */
    REVOKED(true),
    /** It is there again. */
    REINSTATED(true),
    /** Nobody can complain any more, and what was kept may go. */
    REDRESS_ENDED(false),
    /** An overseer looked at the use of an emergency. */
    REVIEWED(false),
    /** Three quarters of a clock's time have passed. */
    ESCALATED(false),
    CLOSED(false);

    private final boolean travels;

    RequestEvent(boolean travels) {
        this.travels = travels;
    }

    /** The counterpart is told in a message; the others stay on this node or happen on both by themselves. */
    public boolean travels() {
        return travels;
    }

    /** It may be about some of the items of a preservation and leave the others as they are. */
    public boolean isAboutItems() {
        return switch (this) {
            case EXTENSION_ASKED, EXTENSION_GRANTED, FOLLOWUP_RECEIVED, FOLLOWUP_REFUSED, PRODUCED, RELEASED, LAPSED ->
                true;
            default -> false;
        };
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
