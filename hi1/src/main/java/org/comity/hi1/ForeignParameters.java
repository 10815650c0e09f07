package org.comity.hi1;

import javax.xml.namespace.QName;

/**
 * National parameters in a vocabulary that is not ours, kept as the XML they came in so that they survive being stored and
 * sent on. Only the reader makes them. The XML stands on its own but for the prefixes that {@link Hi1Writer} always binds.
 */
public final class ForeignParameters
        implements NationalAuthorisationParameters,
                NationalDocumentParameters,
                NationalLDTaskingParameters,
                NationalLPTaskingParameters,
                NationalTDTaskingParameters,
                NationalNotificationParameters {

    private final CountryCode country;
    private final QName slot;
    private final QName type;
    private final String xml;

    ForeignParameters(CountryCode country, QName slot, QName type, String xml) {
        this.country = country;
        this.slot = slot;
        this.type = type;
        this.xml = xml;
    }

    @Override
    public CountryCode country() {
        return country;
    }

    /** The type as its author named it. */
    public QName type() {
        return type;
    }

    public String xml() {
        return xml;
    }

    QName slot() {
        return slot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForeignParameters that && xml.equals(that.xml);
    }

    @Override
    public int hashCode() {
        return xml.hashCode();
    }

    @Override
    public String toString() {
        return "ForeignParameters[%s, %s]".formatted(country, type);
    }
}
