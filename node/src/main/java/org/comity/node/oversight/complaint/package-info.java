/** Complaints of persons concerned, and what was done for them. */
@NullMarked
package org.comity.node.oversight.complaint;

import org.jspecify.annotations.NullMarked;
