package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;

/** Where disclosed data are to go, and in which form. */
public record LDDeliveryDestination(
        Optional<DeliveryAddress> address,
        Optional<UUID> destinationReference,
        Optional<UUID> encryptionReference,
        Optional<ForeignParameters> encryption,
        Optional<DictionaryEntry> handoverFormat,
        Optional<DictionaryEntry> profile,
        Optional<ForeignParameters> national) {

    /** By HI-1 to an endpoint. */
    public static LDDeliveryDestination to(EndpointId endpoint) {
        return new LDDeliveryDestination(
                Optional.of(new DeliveryAddress.Endpoint(endpoint)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LDHandoverFormat.TS103120.entry()),
                Optional.empty(),
                Optional.empty());
    }
}
