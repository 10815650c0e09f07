package org.comity.node.cooperation.request;

import java.util.Arrays;
import java.util.Set;
import org.comity.node.cooperation.request.EmergencyClaim.Risk;

/** What the instruments take for an emergency. Under one that defines none, the narrowest is asked for. */
public enum EmergencyDefinition {
    SECOND_PROTOCOL("cets224", "cets224:3(2)(c)", Set.of(Risk.LIFE_OR_SAFETY)),
    UN_CONVENTION("uncc", "uncc:2(o)", Set.of(Risk.LIFE_OR_SAFETY)),
    EU_EVIDENCE("eu2023-1543", "eu2023-1543:3(18)", Set.of(Risk.values()));

    private final String instrument;
    private final String provision;
    private final Set<Risk> risks;

    EmergencyDefinition(String instrument, String provision, Set<Risk> risks) {
        this.instrument = instrument;
        this.provision = provision;
        this.risks = risks;
    }

    public static EmergencyDefinition of(String instrument) {
        return Arrays.stream(values())
                .filter(definition -> definition.instrument.equals(instrument))
                .findFirst()
                .orElse(SECOND_PROTOCOL);
    }

    public String provision() {
        return provision;
    }

    public boolean admits(Risk risk) {
        return risks.contains(risk);
    }
}
