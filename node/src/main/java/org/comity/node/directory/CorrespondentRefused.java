package org.comity.node.directory;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What was entered about an organisation without a node can't stand; the message says why and what to do. */
public final class CorrespondentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    CorrespondentRefused(String field, Said said) {
        super(field, said);
    }
}
