/** For a body that trusts nobody: what is counted, who saw what, what was reviewed, and what looks wrong. */
@NullMarked
package org.comity.node.oversight;

import org.jspecify.annotations.NullMarked;
