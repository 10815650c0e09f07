package org.comity.node.oversight;

import org.comity.node.frame.Said;

/** What a person asked of oversight can't be done: which field is wrong, and what to do instead. */
public final class OversightRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Said said;

    public OversightRefused(String field, Said said) {
        super(said.inEnglish());
        this.field = field;
        this.said = said;
    }

    /** There is no such thing, or not for this person. */
    public static OversightRefused notThere() {
        return new OversightRefused("id", Said.of("oversight.refused.absent"));
    }

    public String field() {
        return field;
    }

    public Said said() {
        return said;
    }
}
