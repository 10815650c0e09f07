package org.comity.node.directory;

import org.comity.node.frame.Said;

/** A node's card can't be trusted or understood; the message says what is wrong with it and what to do. */
public final class CardRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Said said;

    public CardRefused(Said said) {
        super(said.inEnglish());
        this.said = said;
    }

    CardRefused(Said said, Throwable cause) {
        super(said.inEnglish(), cause);
        this.said = said;
    }

    /** What to tell the person, in their language. */
    public Said said() {
        return said;
    }
}
