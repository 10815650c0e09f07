package org.comity.node.cooperation.request;

/** How urgent, and why; an emergency without its reason is not sent. */
public record Urgency(UrgencyLevel level, String reason) {

    public static final Urgency ROUTINE = new Urgency(UrgencyLevel.ROUTINE, "");

    public boolean isEmergency() {
        return level == UrgencyLevel.EMERGENCY;
    }
}
