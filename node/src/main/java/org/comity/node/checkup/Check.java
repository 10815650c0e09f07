package org.comity.node.checkup;

import java.util.List;

/** Tries one thing that this node must be able to do, really, and leaves nothing of it behind. A room adds its own as beans. */
public interface Check {

    Subject subject();

    /** @throws Exception when it could not even be tried; its message says why */
    List<Finding> look() throws Exception;
}
