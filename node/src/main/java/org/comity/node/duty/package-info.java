/** Who is on duty now, and what one shift tells the next. */
@NullMarked
package org.comity.node.duty;

import org.jspecify.annotations.NullMarked;
