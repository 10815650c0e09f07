package org.comity.node.forum.report;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What can't be done with a report in its present state. */
public final class ReportRefused extends Refused {

    private static final long serialVersionUID = 1L;

    ReportRefused(String field, Said said) {
        super(field, said);
    }
}
