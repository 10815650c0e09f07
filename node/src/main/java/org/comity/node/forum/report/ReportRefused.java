package org.comity.node.forum.report;

import org.comity.node.frame.Said;

/** What can't be done with a report in its present state. */
public final class ReportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    ReportRefused(String field, Said said) {
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
