package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.List;

/**
 * What was obtained on a request, and how it was handed over.
 *
 * @param handoverReference under which it was handed over; empty until it was
 * @param digest of what was handed over, as the requested side gives it, such as {@code sha256:…}; empty where it gave none
 */
public record Production(
        Instant obtainedAt, String provider, List<ItemOutcome> outcomes, String handoverReference, String digest) {

    public Production {
        outcomes = List.copyOf(outcomes);
    }

    Production handedOver(String reference, String digest) {
        return new Production(obtainedAt, provider, outcomes, reference, digest);
    }
}
