package org.comity.node.oversight;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What a person asked of oversight can't be done: which field is wrong, and what to do instead. */
public final class OversightRefused extends Refused {

    private static final long serialVersionUID = 1L;

    public OversightRefused(String field, Said said) {
        super(field, said);
    }

    /** There is no such thing, or not for this person. */
    public static OversightRefused notThere() {
        return new OversightRefused("id", Said.of("oversight.refused.absent"));
    }
}
