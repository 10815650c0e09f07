/** Patterns that ask for a look, each found by a small named rule. */
@NullMarked
package org.comity.node.oversight.alert;

import org.jspecify.annotations.NullMarked;
