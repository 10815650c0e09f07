package org.comity.node.notice;

/** What sort of thing a notice is about; people choose by it what they are told and how. */
public enum NoticeKind {
    /** Life or safety: shown and mailed at any hour to everyone who gave an address. */
    EMERGENCY(true),
    /** A draft waits for the second person. */
    TO_APPROVE(true),
    /** Something came in from another organisation. */
    ARRIVED(true),
    /** A request of ours was answered, or a draft was approved or returned. */
    ANSWERED(false),
    /** A time limit or a lapse is near. */
    DEADLINE(true),
    /** A case file, request or order was given to the person. */
    ASSIGNED(false),
    /** The person was called by name in a note. */
    MENTION(false),
    /** A note of another shift. */
    HAND_OVER(false),
    /** A role was lent or taken back. */
    STAND_IN(false),
    /** Something could not be delivered, or a peer is silent. */
    DELIVERY(false),
    /** A change of the law base. */
    LAW(false),
    /** The node itself: webhooks, keys, certificates. */
    NODE(false);

    private final boolean mailedUnlessSaid;

    NoticeKind(boolean mailedUnlessSaid) {
        this.mailedUnlessSaid = mailedUnlessSaid;
    }

    boolean isMailedUnlessSaid() {
        return mailedUnlessSaid;
    }
}
