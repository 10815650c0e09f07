package org.comity.law;

import java.util.Arrays;
import java.util.Optional;

/** What a law may ask of a conduct before it calls it an offence. */
public enum Element implements Coded {
    SECURITY_BREACH("requires_security_breach", "security-breached", "no-security-breach"),
    INTENT("requires_intent", "intent", "no-intent"),
    /** Intent of gain, of fraud or of another wrong. */
    DISHONEST_INTENT("requires_dishonest_intent", "dishonest-intent", "no-dishonest-intent"),
    /** Named beside other dishonest intent in ETS 185 art. 2; national rows have no word for it. */
    INTENT_TO_OBTAIN_DATA("", "intent-to-obtain-data", "no-intent-to-obtain-data"),
    HARM("requires_harm", "harm", "no-harm"),
    SERIOUS_HARM("requires_serious_harm", "serious-harm", "no-serious-harm"),
    TECHNICAL_MEANS("by_technical_means", "technical-means", "no-technical-means"),
    /** A system connected to another one; national rows have no word for it. */
    CONNECTED_SYSTEM("", "connected-system", "no-connected-system");

    private final String key;
    private final String present;
    private final String absent;

    Element(String key, String present, String absent) {
        this.key = key;
        this.present = present;
        this.absent = absent;
    }

    /** The word with which the facts say that it is there. */
    public String present() {
        return present;
    }

    /** The word with which the facts say that it is not there. */
    public String absent() {
        return absent;
    }

    /** What a row of national law says of it. */
    Optional<Boolean> in(NationalLaw.NationalProvision row) {
        return Optional.ofNullable(row.elements().get(key));
    }

    /** Serious harm is harm, and an intent of a certain kind is intent. */
    Elements includes() {
        return switch (this) {
            case SERIOUS_HARM -> Elements.of(HARM);
            case DISHONEST_INTENT, INTENT_TO_OBTAIN_DATA -> Elements.of(INTENT);
            case SECURITY_BREACH, INTENT, HARM, TECHNICAL_MEANS, CONNECTED_SYSTEM -> Elements.NONE;
        };
    }

    /** What cannot be there without it. */
    Elements includedIn() {
        return Elements.of(Arrays.stream(values())
                .filter(other -> other.includes().has(this))
                .toList());
    }
}
