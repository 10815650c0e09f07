package org.comity.node.legislation;

import java.util.List;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.NationalLaw;
import org.comity.law.State;

/**
 * A State in a list.
 *
 * @param boundBy the instruments that bind it on the date asked for
 * @param law what is held of its own law
 * @param foundIn the name that a search found, where it is not the English one
 */
public record StateEntry(State state, List<Instrument> boundBy, Optional<NationalLaw> law, Optional<String> foundIn) {

    public StateEntry {
        boundBy = List.copyOf(boundBy);
    }
}
