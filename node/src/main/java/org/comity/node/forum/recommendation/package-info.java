/** Recommendations from their proposal to their adoption, and the compilation of them. */
@NullMarked
package org.comity.node.forum.recommendation;

import org.jspecify.annotations.NullMarked;
