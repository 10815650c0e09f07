package org.comity.node.forum;

import org.comity.node.frame.Said;

/** What a person asked for can't be done: which field is wrong, and what to do instead. */
public final class ForumRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    public ForumRefused(String field, Said said) {
        super(said.inEnglish());
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
