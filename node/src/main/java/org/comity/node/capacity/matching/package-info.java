/** Which help fits which need, and why: a stated list of rules, each with its points and its sentence. Knows no database. */
@NullMarked
package org.comity.node.capacity.matching;

import org.jspecify.annotations.NullMarked;
