package org.comity.node.cooperation.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed list on which a provider objects to an order: the reasons of annex III of EU 2023/1543, which serve under the
 * other laws as well.
 */
public enum ObjectionGround {
    INCOMPLETE,
    MANIFEST_ERROR,
    INSUFFICIENT_INFORMATION,
    NOT_COMPETENT_ISSUER,
    NOT_AUTHENTIC,
    OFFENCE_NOT_COVERED,
    SERVICE_NOT_COVERED,
    NOT_STORED,
    NOT_AVAILABLE,
    IMPOSSIBLE,
    IMMUNITY_OR_PRIVILEGE,
    PRESS,
    CONFLICT_OF_LAW,
    /** A provider with a system of its own gave only words. */
    OTHER;

    private static final String PREFIX = "order:";

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in timelines and messages, beside the grounds that provisions name. */
    public String id() {
        return PREFIX + token();
    }

    public static Optional<ObjectionGround> ofId(String id) {
        return Arrays.stream(values()).filter(ground -> ground.id().equals(id)).findFirst();
    }
}
