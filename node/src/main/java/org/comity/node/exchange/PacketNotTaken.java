package org.comity.node.exchange;

import org.comity.node.frame.Said;

/** A packet is not taken in; nothing of it was stored or applied. */
public final class PacketNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Said said;

    public PacketNotTaken(Said said) {
        super(said.inEnglish());
        this.said = said;
    }

    /** What to tell the person, in their language. */
    public Said said() {
        return said;
    }
}
