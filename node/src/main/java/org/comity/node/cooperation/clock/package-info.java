/** When something is due and when the data will be gone. */
@NullMarked
package org.comity.node.cooperation.clock;

import org.jspecify.annotations.NullMarked;
