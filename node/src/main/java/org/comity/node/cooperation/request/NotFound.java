package org.comity.node.cooperation.request;

import org.comity.node.frame.Said;

/** There is no such thing, or the person may not see it: the two look the same on purpose. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotFound(Said said) {
        super(said.inEnglish());
    }

    public static NotFound request() {
        return new NotFound(Said.of("cooperation.refused.no-request"));
    }

    public static NotFound translation() {
        return new NotFound(Said.of("cooperation.refused.no-translation"));
    }

    public static NotFound caseFile() {
        return new NotFound(Said.of("cooperation.refused.no-case-file"));
    }
}
