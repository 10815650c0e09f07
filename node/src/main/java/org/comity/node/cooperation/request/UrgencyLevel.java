package org.comity.node.cooperation.request;

import java.util.Locale;
import org.comity.node.frame.Said;

/** How fast an answer is needed. */
public enum UrgencyLevel {
    ROUTINE,
    URGENT,
    /** A significant and imminent risk to the life or safety of a person. */
    EMERGENCY;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UrgencyLevel of(String token) {
        for (var level : values()) {
            if (level.token().equals(token)) {
                return level;
            }
        }
        throw new ActRefused.Malformed("urgency", Said.of("cooperation.refused.urgency"));
    }
}
