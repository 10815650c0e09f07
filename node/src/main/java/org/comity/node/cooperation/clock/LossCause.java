package org.comity.node.cooperation.clock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why data that was wanted could not be had any more. */
public enum LossCause {
    /** It was gone before the request went out. */
    DELETED_BEFORE_REQUEST,
    /** The provider deleted it while the answer was on its way. */
    DELETED_BEFORE_ANSWER,
    /** It was kept, and the time for which it was kept ended. */
    PRESERVATION_LAPSED,
    /** The person whose data it is, or someone with their account, deleted it. */
    DELETED_BY_USER,
    /** The provider never stored it. */
    NEVER_STORED,
    /** It is there and cannot be read, or cannot be told apart from others'. */
    UNUSABLE;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LossCause> ofToken(String token) {
        return Arrays.stream(values())
                .filter(cause -> cause.token().equals(token))
                .findFirst();
    }
}
