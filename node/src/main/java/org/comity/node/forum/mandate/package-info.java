/** Which body may do what, and which paragraph of which act says so. */
@NullMarked
package org.comity.node.forum.mandate;

import org.jspecify.annotations.NullMarked;
