package org.comity.node.cooperation.act;

import static org.comity.node.cooperation.act.Act.Kind.EXHIBITS;
import static org.comity.node.cooperation.act.Act.Kind.FILES;
import static org.comity.node.cooperation.act.Act.Kind.GROUND;
import static org.comity.node.cooperation.act.Act.Kind.ITEMS;
import static org.comity.node.cooperation.act.Act.Kind.KEPT_ITEMS;
import static org.comity.node.cooperation.act.Act.Kind.LINE;
import static org.comity.node.cooperation.act.Act.Kind.MEANS;
import static org.comity.node.cooperation.act.Act.Kind.MOMENT;
import static org.comity.node.cooperation.act.Act.Kind.NUMBER;
import static org.comity.node.cooperation.act.Act.Kind.OBJECTION;
import static org.comity.node.cooperation.act.Act.Kind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;

/** What a person can do with a request on its page: the event it brings about, and the fields of its form, in this order. */
public enum Act {
    APPROVE(RequestEvent.APPROVED, field("comment", TEXT)),
    RETURN(RequestEvent.RETURNED, field("reason", TEXT)),
    RETRY_DELIVERY(RequestEvent.SENT_AGAIN),
    ACKNOWLEDGE(RequestEvent.ACKNOWLEDGED, field("ownReference", LINE)),
    VERIFY(RequestEvent.VERIFIED, field("remark", LINE)),
    DISCLOSE(
            RequestEvent.DISCLOSED,
            field("producedAt", MOMENT),
            field("items", ITEMS),
            field("files", FILES),
            field("exhibits", EXHIBITS),
            field("reference", LINE),
            field("remark", LINE)),
    STATE_REASONS(RequestEvent.REASONS_STATED, field("reasons", TEXT), field("redress", TEXT)),
    TAKE_DOWN(
            RequestEvent.CONTENT_REMOVED,
            field("means", MEANS),
            field("doneAt", MOMENT),
            field("items", ITEMS),
            field("remark", LINE)),
    KEEP_CONTENT(
            RequestEvent.CONTENT_PRESERVED,
            field("keptAt", MOMENT),
            field("items", ITEMS),
            field("exhibits", EXHIBITS),
            field("reference", LINE)),
    CALL_ISSUER(RequestEvent.CALLED_BACK, field("number", NUMBER), field("answeredBy", LINE)),
    ANSWER(RequestEvent.CLARIFIED, field("answer", TEXT)),
    PROCEED(RequestEvent.PROCEEDED, field("reason", TEXT)),
    ACCEPT(RequestEvent.ACCEPTED),
    LEGAL_CHECK(
            RequestEvent.LEGALLY_CHECKED,
            field("legality", TEXT),
            field("necessity", TEXT),
            field("proportionality", TEXT),
            field("ownLawBasis", LINE)),
    REFUSE(RequestEvent.REFUSED, field("ground", GROUND), field("reason", TEXT)),
    CLARIFY(RequestEvent.CLARIFICATION_ASKED, field("question", TEXT)),
    WARN(RequestEvent.WARNED, field("reason", TEXT)),
    ORDER(RequestEvent.ORDERED, field("provider", LINE), field("legalBasis", LINE)),
    RECORD_PRESERVED(
            RequestEvent.PRESERVED,
            field("effectiveAt", MOMENT),
            field("preservedUntil", MOMENT),
            field("provider", LINE),
            field("items", ITEMS),
            field("remark", LINE)),
    NOT_FOUND(RequestEvent.NOT_FOUND, field("reason", TEXT)),
    GRANT_EXTENSION(RequestEvent.EXTENSION_GRANTED, field("until", MOMENT), field("items", KEPT_ITEMS)),
    DECLINE_EXTENSION(RequestEvent.EXTENSION_DECLINED, field("reason", TEXT)),
    FOLLOW_UP_RECEIVED(RequestEvent.FOLLOWUP_RECEIVED, field("reference", LINE), field("items", KEPT_ITEMS)),
    RECORD_PRODUCTION(RequestEvent.PRODUCED, field("reference", LINE), field("items", KEPT_ITEMS)),
    FOLLOW_UP_REFUSED(RequestEvent.FOLLOWUP_REFUSED, field("reason", TEXT), field("items", KEPT_ITEMS)),
    SERVE(RequestEvent.SERVED, field("provider", LINE)),
    CALL_BACK(RequestEvent.CALLED_BACK, field("contact", LINE), field("confirmed", TEXT)),
    DISCLOSE_NOW(
            RequestEvent.DISCLOSED,
            field("obtainedAt", MOMENT),
            field("provider", LINE),
            field("items", ITEMS),
            field("exhibits", EXHIBITS),
            field("reference", LINE),
            field("digest", LINE)),
    REGULARISE(RequestEvent.REGULARISED, field("paper", TEXT), field("reference", LINE)),
    ASK_DELETION(RequestEvent.UNREGULARISED, field("reason", TEXT)),
    REPORT_DELETION(RequestEvent.DATA_DELETED, field("report", TEXT)),
    FIND_JUSTIFIED(RequestEvent.REVIEWED, field("why", TEXT)),
    FIND_FALSE(RequestEvent.REVIEWED, field("why", TEXT)),
    CONSULT(RequestEvent.CONSULTATION_OPENED, field("question", TEXT)),
    ANSWER_CONSULTATION(RequestEvent.CONSULTED, field("answer", TEXT)),
    OFFER_CONDITIONS(RequestEvent.CONDITIONS_OFFERED, field("conditions", TEXT), field("provision", LINE)),
    ACCEPT_CONDITIONS(RequestEvent.CONDITIONS_ACCEPTED, field("note", LINE)),
    DECLINE_CONDITIONS(RequestEvent.CONDITIONS_DECLINED, field("reason", TEXT)),
    RECORD_OBTAINED(
            RequestEvent.EXECUTED,
            field("obtainedAt", MOMENT),
            field("provider", LINE),
            field("items", ITEMS),
            field("remark", LINE)),
    HAND_OVER(RequestEvent.HANDED_OVER, field("exhibits", EXHIBITS), field("reference", LINE), field("digest", LINE)),
    CONFIRM_RECEIPT(RequestEvent.RECEIPT_CONFIRMED, field("remark", LINE)),
    ACCEPT_OFFER(RequestEvent.CONDITIONS_ACCEPTED, field("note", LINE)),
    DECLINE_OFFER(RequestEvent.CONDITIONS_DECLINED, field("reason", TEXT)),
    GIVE(RequestEvent.HANDED_OVER, field("information", TEXT), field("exhibits", EXHIBITS), field("reference", LINE)),
    SAY_USE(RequestEvent.RECEIPT_CONFIRMED, field("use", TEXT)),
    POSTPONE(RequestEvent.POSTPONED, field("reason", TEXT), field("reviewAt", MOMENT)),
    RESUME(RequestEvent.RESUMED),
    NOTHING_OBTAINED(RequestEvent.IMPOSSIBLE, field("reason", TEXT)),
    RENEW_ORDER(RequestEvent.ORDER_RENEWED),
    FOLLOW_UP(RequestEvent.FOLLOWUP_ANNOUNCED, field("reference", LINE), field("authority", LINE)),
    ASK_EXTENSION(
            RequestEvent.EXTENSION_ASKED, field("until", MOMENT), field("items", KEPT_ITEMS), field("reason", TEXT)),
    RELEASE(RequestEvent.RELEASED, field("items", KEPT_ITEMS), field("reason", TEXT)),
    WITHDRAW(RequestEvent.WITHDRAWN, field("reason", TEXT)),
    STATE_COSTS(RequestEvent.COSTS_STATED, field("costs", LINE)),
    OBJECT(RequestEvent.OBJECTED, field("ground", OBJECTION), field("reason", TEXT)),
    CLAIM_CONFLICT(RequestEvent.CONFLICT_CLAIMED, field("law", TEXT), field("reason", TEXT)),
    BAR(RequestEvent.REFUSED, field("ground", GROUND), field("reason", TEXT)),
    DECLINE(RequestEvent.REFUSED, field("ground", GROUND), field("reason", TEXT)),
    REFER_OBJECTION(RequestEvent.OBJECTION_REFERRED, field("authority", LINE), field("reason", TEXT)),
    RECORD_DISMISSED(RequestEvent.OBJECTION_DISMISSED, field("reason", TEXT)),
    UPHOLD(RequestEvent.ORDER_UPHELD, field("reason", TEXT)),
    NOTIFY_AUTHORITY(RequestEvent.AUTHORITY_NOTIFIED, field("authority", LINE)),
    RECORD_LATE_OBJECTION(
            RequestEvent.AUTHORITY_OBJECTED, field("authority", LINE), field("ground", GROUND), field("reason", TEXT)),
    CONFIRM_PRODUCTION(RequestEvent.PRODUCTION_CONFIRMED, field("reference", LINE)),
    SEEK_ENFORCEMENT(RequestEvent.ENFORCEMENT_SOUGHT, field("authority", LINE), field("reason", TEXT)),
    GO_WITHOUT_KEEPING(RequestEvent.PRESERVATION_WAIVED, field("reason", TEXT)),
    NOT_NOW(RequestEvent.OBJECTED, field("ground", GROUND), field("reason", TEXT)),
    LEAVE_UP(RequestEvent.REFUSED, field("ground", GROUND), field("reason", TEXT)),
    REPORT_SUSPICION(RequestEvent.SUSPICION_REPORTED, field("authority", LINE), field("facts", TEXT)),
    RECORD_COMPLAINT(RequestEvent.COMPLAINED, field("reason", TEXT)),
    LEAVE_DOWN(RequestEvent.RESTRICTION_UPHELD, field("reason", TEXT)),
    PUT_BACK(RequestEvent.REINSTATED, field("reason", TEXT)),
    FOUND_DOWN(RequestEvent.RECHECKED, field("remark", LINE)),
    FOUND_UP(RequestEvent.STILL_UP, field("where", TEXT)),
    REVOKE(RequestEvent.REVOKED, field("reason", TEXT)),
    CLOSE(RequestEvent.CLOSED, field("note", TEXT));

    /** How a field is filled. */
    public enum Kind {
        LINE,
        TEXT,
        /** Date and time in UTC. */
        MOMENT,
        /** One of the route's closed list. */
        GROUND,
        /** One of a provider's closed list. */
        OBJECTION,
        /** One of the numbers registered for the issuer. */
        NUMBER,
        FILES,
        /** Which of the exhibits that the vault has of the request; not asked where it has none. */
        EXHIBITS,
        /** Removed, or only out of reach. */
        MEANS,
        /** Which of the identifiers. */
        ITEMS,
        /** Which of the items that are kept; not asked where only one is. */
        KEPT_ITEMS
    }

    public record Field(String name, Kind kind) {}

    private final RequestEvent event;
    private final List<Field> fields;

    Act(RequestEvent event, Field... fields) {
        this.event = event;
        this.fields = List.of(fields);
    }

    private static Field field(String name, Kind kind) {
        return new Field(name, kind);
    }

    public RequestEvent event() {
        return event;
    }

    /** The same event is another act where a provider answers for itself. */
    public boolean isFor(RequestKind kind) {
        return switch (this) {
            case REFUSE, CALL_BACK, DISCLOSE_NOW -> !kind.isOrder();
            case ACCEPT_CONDITIONS, DECLINE_CONDITIONS, HAND_OVER, CONFIRM_RECEIPT -> !kind.informs();
            case ACCEPT_OFFER, DECLINE_OFFER, GIVE, SAY_USE -> kind.informs();
            case CALL_ISSUER, DISCLOSE -> kind.isOrder();
            case BAR, OBJECT -> kind.isOrder() && !kind.takesDown() && !kind.isVoluntary();
            case DECLINE -> kind.isVoluntary();
            case NOT_NOW, LEAVE_UP -> kind.takesDown();
            default -> true;
        };
    }

    public List<Field> fields() {
        return fields;
    }

    /** Names its form, its address and its words. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names one of its fields where several acts stand on one page. */
    public String idOf(String field) {
        return id() + "-" + field;
    }

    /** It binds the State, or finds for or against it: a program's token needs a scope of its own, which no machine has. */
    public boolean decides() {
        return switch (event) {
            case APPROVED, RETURNED, ACCEPTED, CONDITIONS_ACCEPTED, ORDER_UPHELD, REVOKED, REVIEWED -> true;
            case REFUSED -> this == REFUSE;
            case DISCLOSED -> this == DISCLOSE_NOW;
            default -> false;
        };
    }

    /** It reads evidence before it holds the request, which takes as long as the evidence is large: nobody may hold it for that. */
    public boolean readsEvidence() {
        return switch (this) {
            case HAND_OVER, DISCLOSE_NOW, GIVE -> true;
            default -> false;
        };
    }

    /** It ends the matter or turns it down, so it never stands open on the page. */
    public boolean isGrave() {
        return switch (this) {
            case RETURN,
                    REFUSE,
                    WARN,
                    NOT_FOUND,
                    NOTHING_OBTAINED,
                    POSTPONE,
                    DECLINE_CONDITIONS,
                    DECLINE_EXTENSION,
                    FOLLOW_UP_REFUSED,
                    RELEASE,
                    ASK_DELETION,
                    REPORT_DELETION,
                    FIND_FALSE,
                    OBJECT,
                    CLAIM_CONFLICT,
                    BAR,
                    DECLINE,
                    REFER_OBJECTION,
                    RECORD_LATE_OBJECTION,
                    SEEK_ENFORCEMENT,
                    DECLINE_OFFER,
                    GO_WITHOUT_KEEPING,
                    NOT_NOW,
                    LEAVE_UP,
                    PUT_BACK,
                    REVOKE,
                    WITHDRAW -> true;
            case APPROVE,
                    RETRY_DELIVERY,
                    ACKNOWLEDGE,
                    ANSWER,
                    PROCEED,
                    ACCEPT,
                    LEGAL_CHECK,
                    CLARIFY,
                    ORDER,
                    RECORD_PRESERVED,
                    GRANT_EXTENSION,
                    FOLLOW_UP_RECEIVED,
                    RECORD_PRODUCTION,
                    SERVE,
                    CALL_BACK,
                    DISCLOSE_NOW,
                    REGULARISE,
                    FIND_JUSTIFIED,
                    CONSULT,
                    ANSWER_CONSULTATION,
                    OFFER_CONDITIONS,
                    ACCEPT_CONDITIONS,
                    RECORD_OBTAINED,
                    HAND_OVER,
                    CONFIRM_RECEIPT,
                    RESUME,
                    RENEW_ORDER,
                    FOLLOW_UP,
                    ASK_EXTENSION,
                    VERIFY,
                    CALL_ISSUER,
                    DISCLOSE,
                    STATE_COSTS,
                    UPHOLD,
                    RECORD_DISMISSED,
                    NOTIFY_AUTHORITY,
                    CONFIRM_PRODUCTION,
                    ACCEPT_OFFER,
                    GIVE,
                    SAY_USE,
                    KEEP_CONTENT,
                    TAKE_DOWN,
                    STATE_REASONS,
                    REPORT_SUSPICION,
                    RECORD_COMPLAINT,
                    LEAVE_DOWN,
                    FOUND_DOWN,
                    FOUND_UP,
                    CLOSE -> false;
        };
    }

    public static Optional<Act> of(String id) {
        return Arrays.stream(values()).filter(act -> act.id().equals(id)).findFirst();
    }
}
