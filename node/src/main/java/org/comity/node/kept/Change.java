package org.comity.node.kept;

import java.time.Instant;

/**
 * A step in the history of a record.
 *
 * @param what token of what was done, a key under {@code forum.done}
 */
public record Change(long version, Instant at, String by, String what) {}
