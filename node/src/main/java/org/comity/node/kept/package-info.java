/** Records that keep every version they ever had, each change of them in the journal. */
@NullMarked
package org.comity.node.kept;

import org.jspecify.annotations.NullMarked;
