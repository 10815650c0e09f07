package org.comity.node.frame;

import java.util.List;

/** What every page says to the person for as long as it is so. A room adds its own by declaring a bean. */
@FunctionalInterface
public interface Reminder {

    List<Said> now();
}
