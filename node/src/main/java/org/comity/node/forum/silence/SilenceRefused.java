package org.comity.node.forum.silence;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What the rules of the procedure do not allow. */
public final class SilenceRefused extends Refused {

    private static final long serialVersionUID = 1L;

    SilenceRefused(String field, Said said) {
        super(field, said);
    }
}
