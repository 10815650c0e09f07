/** What binds each State, and what its law covers, as people read it. */
@NullMarked
package org.comity.node.legislation;

import org.jspecify.annotations.NullMarked;
