package org.comity.node.cooperation.request;

import java.util.Locale;
import org.comity.node.frame.Said;

/** What kind of stored computer data is wanted. */
public enum DataCategory {
    SUBSCRIBER,
    TRAFFIC,
    CONTENT;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DataCategory of(String token) {
        for (var category : values()) {
            if (category.token().equals(token)) {
                return category;
            }
        }
        throw new ActRefused.Malformed("categories", Said.of("cooperation.refused.categories"));
    }
}
