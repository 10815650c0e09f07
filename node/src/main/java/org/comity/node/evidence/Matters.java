package org.comity.node.evidence;

import java.util.List;
import java.util.Optional;
import org.comity.node.identity.Person;

/** What evidence can belong to. The room that keeps cases and requests provides it; this one knows only their subjects. */
public interface Matters {

    /** To which the person may add evidence, the latest first; a handful to choose from. */
    List<Matter> latest(Person person);

    /** Empty if it is not there for this person. @param name a subject, or a reference as people write it */
    Optional<Matter> find(Person person, String name);
}
