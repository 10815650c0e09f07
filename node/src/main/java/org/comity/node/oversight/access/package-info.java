/** Who saw which case file, exhibit and form: written down with each reading, and committed to the journal each day. */
@NullMarked
package org.comity.node.oversight.access;

import org.jspecify.annotations.NullMarked;
