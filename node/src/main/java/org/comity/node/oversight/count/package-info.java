/** Counts of requests without a person in them, of which no small number can be told or computed back. */
@NullMarked
package org.comity.node.oversight.count;

import org.jspecify.annotations.NullMarked;
