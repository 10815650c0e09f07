package org.comity.node.exchange.as4;

import java.util.Arrays;
import java.util.Optional;

/** What a message is for, as its service and action say. All are signed, sealed and receipted alike. */
public enum Purpose {
    /** An envelope for the room that understands its content. */
    HAND_OVER(As4.SERVICE, As4.ACTION),

    /** A test: receipted and forgotten (ebMS 3.0 core §5.2.2.8). */
    TEST(
            "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/service",
            "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/test"),

    /** When the other node will not answer. */
    NOTICE(As4.SERVICE, "urn:comity:exchange:maintenance-notice");

    private final String service;
    private final String action;

    Purpose(String service, String action) {
        this.service = service;
        this.action = action;
    }

    String service() {
        return service;
    }

    String action() {
        return action;
    }

    static Optional<Purpose> of(String service, String action) {
        return Arrays.stream(values())
                .filter(it -> it.service.equals(service) && it.action.equals(action))
                .findFirst();
    }
}
