package org.comity.node.capacity.register;

import org.comity.node.frame.Said;

/** A field can't be taken as it was typed. */
public final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Said said;

    public Wrong(String field, Said said) {
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
