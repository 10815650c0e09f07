package org.comity.hi1;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who sends what to whom, when, and in which version. */
public record Header(
        EndpointId sender,
        EndpointId receiver,
        UUID transaction,
        QualifiedMicrosecondDateTime timestamp,
        Version version,
        Optional<String> workflow) {

    public Header {
        Text.longString("workflow identifier", workflow);
    }

    /** The header of a new request in the version that this library writes. */
    public static Header of(EndpointId sender, EndpointId receiver, UUID transaction, Instant at) {
        return new Header(
                sender,
                receiver,
                transaction,
                QualifiedMicrosecondDateTime.of(at),
                Version.current(),
                Optional.empty());
    }

    /** An answer repeats sender, receiver and transaction of the request unchanged, with a time of its own. */
    public Header answeredAt(Instant at) {
        return new Header(
                sender, receiver, transaction, QualifiedMicrosecondDateTime.of(at), Version.current(), workflow);
    }
}
