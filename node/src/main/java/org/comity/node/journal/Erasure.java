package org.comity.node.journal;

import java.time.Instant;

/**
 * Details that were erased where the law ordered it; the register of erasures is the list of these.
 *
 * @param position of the entry whose details are gone
 * @param recordedAt position of the entry that says so
 */
public record Erasure(long position, String what, Instant at, String because, String by, long recordedAt) {}
