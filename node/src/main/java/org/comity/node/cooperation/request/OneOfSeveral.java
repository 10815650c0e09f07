package org.comity.node.cooperation.request;

import java.util.UUID;

/**
 * The same data is asked of several States at once, since it is not known which of them has it; each is told so.
 *
 * @param group the same in each of these requests
 * @param of how many there were when this one was drafted
 */
public record OneOfSeveral(UUID group, int of) {}
