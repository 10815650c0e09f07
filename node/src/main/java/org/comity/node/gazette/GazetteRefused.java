package org.comity.node.gazette;

import org.comity.node.frame.Said;

/** What the gazette does not do, and which field says why. */
public final class GazetteRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Said said;

    public GazetteRefused(String field, Said said) {
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
