/** How a request and its steps are said in HI-1, and read from it. */
@NullMarked
package org.comity.node.cooperation.wire;

import org.jspecify.annotations.NullMarked;
