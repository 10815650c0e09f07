package org.comity.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one provision makes of a fact that ties an offence to a State, such as ETS 185 article 22(1)(a).
 *
 * @param provision such as {@code ets185:22}
 * @param paragraph as cited, such as {@code 22(1)(a)}
 * @param limitedBy the effect of a declaration that takes from it; empty where none is allowed
 * @param note on what else it depends; empty if on nothing
 */
public record JurisdictionRule(
        String provision,
        String paragraph,
        Link link,
        Rule rule,
        Optional<String> limitedBy,
        String source,
        LocalDate asOf,
        Basis basis,
        String note) {

    /** How facts tie an offence to a State. */
    public enum Link implements Coded {
        /** It was committed, in whole or in part, in the territory. */
        TERRITORY,
        /** On board a ship that flies the flag. */
        SHIP,
        /** On board an aircraft that is registered there. */
        AIRCRAFT,
        /** By a national. */
        NATIONAL,
        /** By a stateless person who habitually resides there. */
        RESIDENT,
        /** Against a national. */
        VICTIM,
        /** Against the State, or an overriding interest of it. */
        INTEREST,
        /** The provider that holds the data has its seat there. */
        PROVIDER_SEAT,
        /** The provider offers its service there. */
        SERVICE_OFFERED,
        /** Several States can claim it. */
        SEVERAL;

        /** Whether a person can tell it; {@link #SEVERAL} follows from the others. */
        public boolean isFact() {
            return this != SEVERAL;
        }
    }

    /** What follows. */
    public enum Rule implements Coded {
        /** The State must have jurisdiction over the offence. */
        SHALL,
        /** The State may give itself jurisdiction. */
        MAY,
        /** The States concerned consult. */
        CONSULT,
        /** The States concerned have an order of priority. */
        ORDER,
        /** A power over the provider to obtain evidence; none over the offence. */
        EVIDENCE
    }

    String instrument() {
        return provision.substring(0, provision.indexOf(':'));
    }
}
