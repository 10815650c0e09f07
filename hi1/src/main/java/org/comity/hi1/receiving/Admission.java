package org.comity.hi1.receiving;

import java.util.Optional;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Object;

/** What an endpoint asks of an object beyond the standard. */
@FunctionalInterface
public interface Admission {

    Admission ANYTHING = (from, object) -> Optional.empty();

    /**
     * @param object as it would stand after the action
     * @return why it is not taken, in words for the sender; empty if it is
     */
    Optional<ErrorInformation> objection(EndpointId from, HI1Object object);
}
