/** What was erased by which rule, and what is due; and all of oversight as a file for an auditor. */
@NullMarked
package org.comity.node.oversight.keep;

import org.jspecify.annotations.NullMarked;
