package org.comity.node.oversight.alert;

import java.util.List;

/** One rule that finds what asks for a look. It accuses nobody: a person looks, and says what it was. */
interface Pattern {

    /** As its sentence is named in the bundle. */
    String rule();

    List<Sighting> in(Conduct conduct);
}
