package org.comity.hi1;

import java.util.List;
import java.util.Optional;

/** What is to be taken down: where it is, which part of it, and when it was seen there. */
public record TDRequestDetails(
        List<RequestValue> values, Optional<String> refinement, List<QualifiedDateTime> observedTimes) {

    public TDRequestDetails {
        values = List.copyOf(values);
        Text.longString("refinement", refinement);
        observedTimes = List.copyOf(observedTimes);
    }

    public static TDRequestDetails of(RequestValue... values) {
        return new TDRequestDetails(List.of(values), Optional.empty(), List.of());
    }
}
