/** Case files and requests: their states, clocks and decisions. */
@NullMarked
package org.comity.node.cooperation;

import org.jspecify.annotations.NullMarked;
