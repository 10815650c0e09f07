/** Asks more of the law than one page of it says: whether two laws know the same conduct, and what a change would open. */
@NullMarked
package org.comity.node.legislation.lab;

import org.jspecify.annotations.NullMarked;
