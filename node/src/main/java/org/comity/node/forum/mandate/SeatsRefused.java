package org.comity.node.forum.mandate;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What can't be recorded of a body's offices or members. */
public final class SeatsRefused extends Refused {

    private static final long serialVersionUID = 1L;

    SeatsRefused(String field, Said said) {
        super(field, said);
    }
}
