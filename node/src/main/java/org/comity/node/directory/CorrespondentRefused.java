package org.comity.node.directory;

import org.comity.node.frame.Said;

/** What was entered about an organisation without a node can't stand; the message says why and what to do. */
public final class CorrespondentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    CorrespondentRefused(String field, Said said) {
        super(said.inEnglish());
        this.field = field;
        this.said = said;
    }

    /** The field of the form that is wrong. */
    public String field() {
        return field;
    }

    /** What to tell the person, in their language. */
    public Said said() {
        return said;
    }
}
