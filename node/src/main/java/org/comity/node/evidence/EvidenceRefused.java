package org.comity.node.evidence;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** The vault does not do what was asked. @see #said what is wrong and what to do, as a key */
public final class EvidenceRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** What a program is answered. */
    public enum Why {
        NOT_THERE,
        NOT_ALLOWED,
        WRONG,
        BUSY,
        /** The sender is at another place than the node. */
        OFFSET,
        /** It has gone too far for that. */
        LATE,
        TOO_LARGE,
        FULL
    }

    private final Why why;

    EvidenceRefused(Why why, String field, Said said) {
        super(field, said);
        this.why = why;
    }

    public static EvidenceRefused notThere() {
        return new EvidenceRefused(Why.NOT_THERE, "", Said.of("evidence.refused.not-there"));
    }

    public Why why() {
        return why;
    }
}
