package org.comity.hi1.receiving;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Object;

/** Where objects are kept: a shelf for each counterpart, so that nobody ever sees or touches what is another's. */
public interface Hi1Objects {

    Optional<HI1Object> find(EndpointId counterpart, UUID identifier);

    /** All on the counterpart's shelf, the least recently changed first. */
    List<HI1Object> of(EndpointId counterpart);

    /** Puts an object in the place of the one with its identifier, if there is one. */
    void save(EndpointId counterpart, HI1Object object);
}
