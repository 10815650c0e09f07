package org.comity.node.gazette;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What the gazette does not do, and which field says why. */
public final class GazetteRefused extends Refused {

    private static final long serialVersionUID = 1L;

    public GazetteRefused(String field, Said said) {
        super(field, said);
    }
}
