package org.comity.node.capacity.assessment;

import java.util.Locale;

/** What this node's records are held against; each has a {@link Threshold}, which is data. */
public enum Limit {
    OFFENCES_SOME,
    OFFENCES_MOST,
    ACKNOWLEDGED_WITHIN,
    PRESERVED_IN_TIME,
    PRESERVED_WITHIN,
    ANSWERED_WITHIN,
    ANSWERED_SOON,
    EMERGENCY_WITHIN,
    GROUNDS_NAMED,
    REASONED,
    DOMESTIC_SOME,
    DOMESTIC_MOST,
    GROUPS_REACHED;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
