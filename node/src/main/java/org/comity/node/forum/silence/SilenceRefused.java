package org.comity.node.forum.silence;

import org.comity.node.frame.Said;

/** What the rules of the procedure do not allow. */
public final class SilenceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    SilenceRefused(String field, Said said) {
        super(said.key());
        this.field = field;
        this.said = said;
    }

    public String field() {
        return field;
    }

    public Said said() {
        return said;
    }
}
