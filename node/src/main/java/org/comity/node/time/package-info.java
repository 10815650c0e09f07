/** The only room that reads the system's clock: the time that the domain lives in, and the time on the wall. */
@NullMarked
package org.comity.node.time;

import org.jspecify.annotations.NullMarked;
