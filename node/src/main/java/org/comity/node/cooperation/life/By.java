package org.comity.node.cooperation.life;

/** Who can bring an event about. */
public enum By {
    REQUESTING,
    REQUESTED,
    CLOCK,
    TRANSPORT;

    public static By of(Side side) {
        return side == Side.REQUESTING ? REQUESTING : REQUESTED;
    }
}
