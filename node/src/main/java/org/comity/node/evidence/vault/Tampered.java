package org.comity.node.evidence.vault;

import java.io.IOException;
import java.util.UUID;

/** What lies in the store is not what was sealed; nothing of the segment was given out. */
public final class Tampered extends IOException {

    private static final long serialVersionUID = 1L;
    private final long segment;

    private Tampered(String message, long segment) {
        super(message);
        this.segment = segment;
    }

    static Tampered header(UUID content) {
        return new Tampered("What is stored as content " + content + " is another content, or none of this vault.", -1);
    }

    static Tampered segment(UUID content, long segment, long of) {
        return new Tampered(
                "Segment " + segment + " of " + of + " of content " + content
                        + " is not what was sealed: it was changed, moved or cut off.",
                segment);
    }

    /** From 0; -1 when it is the header. */
    public long segment() {
        return segment;
    }
}
