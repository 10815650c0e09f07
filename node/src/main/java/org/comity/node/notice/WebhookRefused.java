package org.comity.node.notice;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** Said by the form: which field is wrong, and by a message key what to do instead. */
public final class WebhookRefused extends Refused {
    private static final long serialVersionUID = 1L;

    WebhookRefused(String field, String key) {
        super(field, Said.of(key));
    }
}
