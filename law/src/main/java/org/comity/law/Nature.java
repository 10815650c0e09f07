package org.comity.law;

import java.util.EnumSet;
import java.util.Set;

/** What a route is: who asks or orders whom, and by whose law. */
public enum Nature implements Coded {
    /** One State asks another, which acts under its own law. */
    ASSISTANCE,
    /** A State orders a provider of the other State, as an instrument that binds both lets it. */
    ORDER,
    /** As an order, under an executive agreement: the issuer's designated authority certifies and transmits it. */
    AGREEMENT_ORDER,
    /** A State orders a provider within its own reach, under its own law. */
    NATIONAL_ORDER,
    /** A provider is asked, and may say no. */
    VOLUNTARY;

    private static final Set<Nature> BETWEEN_STATES = EnumSet.of(ASSISTANCE, ORDER, AGREEMENT_ORDER);

    /** Whether an instrument has to bind both States. */
    public boolean isBetweenStates() {
        return BETWEEN_STATES.contains(this);
    }

    /** The usual one where a route begins with this channel. */
    static Nature of(Channel channel) {
        return channel == Channel.DIRECT_TO_PROVIDER || channel == Channel.DIRECT_TO_REGISTRAR ? ORDER : ASSISTANCE;
    }
}
