package org.comity.hi1.receiving;

import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Message;

/** The answers given, so that a request which comes again gets the first one. */
public interface Hi1Answers {

    /** @param requestDigest SHA-256 of the request in the spelling of {@link org.comity.hi1.Hi1Writer}, in hexadecimal */
    record Given(String requestDigest, HI1Message answer) {}

    Optional<Given> find(EndpointId sender, UUID transaction);

    void save(EndpointId sender, UUID transaction, Given given);
}
