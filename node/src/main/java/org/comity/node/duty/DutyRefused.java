package org.comity.node.duty;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** Said by the form: which field is wrong, and by a message key what to do instead. */
public final class DutyRefused extends Refused {
    private static final long serialVersionUID = 1L;

    DutyRefused(String field, String key) {
        super(field, Said.of(key));
    }
}
