/** What a node tries on itself, really, and tells in words: each room brings the checks of what it keeps. */
@NullMarked
package org.comity.node.checkup;

import org.jspecify.annotations.NullMarked;
