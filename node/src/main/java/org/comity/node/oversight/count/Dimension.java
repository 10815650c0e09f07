package org.comity.node.oversight.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what requests are counted; each has one value of each. */
public enum Dimension {
    /** The article that a request rests on: counts by law, as the T-CY assesses them. */
    PROVISION("provision"),
    KIND("kind"),
    /** ISO 3166-1 alpha-2 of the other side. */
    STATE("counterpart_state"),
    /** The other side itself: of orders, the provider, as SIRIUS counts them. */
    COUNTERPART("counterpart"),
    CHANNEL("channel"),
    /** Together, since one request may want several. */
    CATEGORIES("categories"),
    EMERGENCY("case when emergency then 'yes' else 'no' end");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> of(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }
}
