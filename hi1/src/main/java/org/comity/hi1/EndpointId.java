package org.comity.hi1;

/** Who speaks or is spoken to: a State and a name that is unique in it. */
public record EndpointId(CountryCode country, String uniqueIdentifier) {

    public EndpointId {
        Text.longString("unique identifier", uniqueIdentifier);
    }

    public static EndpointId of(String country, String uniqueIdentifier) {
        return new EndpointId(new CountryCode(country), uniqueIdentifier);
    }
}
