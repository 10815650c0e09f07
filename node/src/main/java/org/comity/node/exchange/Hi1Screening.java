package org.comity.node.exchange;

import java.util.Optional;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Object;
import org.comity.node.directory.PartyId;

/** Looks at an HI-1 object before it is taken in. The room that understands it implements this. */
public interface Hi1Screening {

    /**
     * @param object as it would stand after the action
     * @return why it is not taken, in words for the sender
     */
    Optional<ErrorInformation> objection(PartyId from, HI1Object object);
}
