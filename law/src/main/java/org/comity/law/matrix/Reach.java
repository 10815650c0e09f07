package org.comity.law.matrix;

import org.comity.law.StateCode;

/**
 * Whom a State reaches, and who reaches it.
 *
 * @param asking the pairs in which it asks
 * @param asked the pairs in which it is asked
 */
public record Reach(StateCode state, Counts asking, Counts asked) {}
